/** Jumps of the wall clock in both directions (s). */
export const jumps = [60, 600, 7_200].flatMap((size) => [size, -size]);

const ms = (seconds: number) => Math.round(seconds * 1_000);

/** Both clocks of the machine, moved by the test; `import.meta.jest.restoreAllMocks()` gives them back. */
export function mockedClocks(start = 1_800_000_000) {
  const now = { wall: ms(start), steady: 1_000 };
  import.meta.jest.spyOn(Date, 'now').mockImplementation(() => now.wall);
  import.meta.jest.spyOn(performance, 'now').mockImplementation(() => now.steady);
  return {
    /** Lets time pass (s). */
    advance(seconds: number): void {
      now.wall += ms(seconds);
      now.steady += ms(seconds);
    },
    /** Sets the wall clock ahead, as waking up does, or back (s). */
    jump(seconds: number): void {
      now.wall += ms(seconds);
    },
  };
}

interface Mutant {
  status: string;
  fileName: string;
  location: { start: { line: number; column: number } };
  mutatorName: string;
  replacement?: string;
}

export function scoreOf(mutants: Mutant[]): { noticed: number; unnoticed: Mutant[]; valid: number; percent: number };
export function linesOf(results: Record<string, Mutant[]>, directory: string): string[];

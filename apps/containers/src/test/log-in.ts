/** A token of the seeded user. */
export async function logIn(url: string, password = 'password'): Promise<string> {
  const response = await fetch(`${url}/auth/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ username: 'testuser', password }),
  });
  return ((await response.json()) as { token: string }).token;
}

/** A file's bytes as the server takes them beside what is said of it. */
export async function hexOf(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

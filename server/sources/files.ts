/** Content-addressed bytes under the data folder. A file is there whole or not at all (written aside, flushed, then renamed). */
export interface Files {
  /** Stores and returns the lower-case hex SHA-256 of the bytes. */
  write(bytes: Uint8Array): Promise<string>
  read(sha256: string): Promise<Uint8Array>
  list(): Promise<string[]>
  remove(sha256: string): Promise<void>
}

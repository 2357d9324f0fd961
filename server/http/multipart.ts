import busboy from 'busboy'
import type { Request } from 'express'
import { AppError } from '#shared/errors.ts'

/** 50 MB, the largest article or file that is taken. */
export const MOST_UPLOAD = 50 * 1024 * 1024

/** Reads the one file of a multipart request into memory. Throws `invalid-request`, `too-large`. */
export function readFilePart(request: Request): Promise<{ name: string; mediaType: string; bytes: Uint8Array }> {
  return new Promise((resolve, reject) => {
    const fail = (error: AppError): void => {
      request.unpipe()
      request.resume()
      reject(error)
    }
    let reader: busboy.Busboy
    try {
      reader = busboy({ headers: request.headers, limits: { files: 1, fileSize: MOST_UPLOAD, fields: 0 }, defParamCharset: 'utf8' })
    } catch {
      return fail(new AppError('invalid-request', 'Send the file as multipart/form-data, in a part named “file”.'))
    }
    let found = false
    reader.on('file', (field, stream, { filename, mimeType }) => {
      if (field !== 'file') return void stream.resume()
      found = true
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('limit', () => fail(new AppError('too-large', `“${filename}” is larger than 50 MB. Import the article alone, or a chapter at a time.`)))
      stream.on('end', () => {
        if (!stream.truncated) resolve({ name: filename || 'file', mediaType: mimeType, bytes: Buffer.concat(parts) })
      })
    })
    reader.on('error', () => fail(new AppError('invalid-request', 'The upload broke off or is not multipart/form-data. Send it again.')))
    reader.on('close', () => {
      if (!found) fail(new AppError('invalid-request', 'The request holds no part named “file”.'))
    })
    request.pipe(reader)
  })
}

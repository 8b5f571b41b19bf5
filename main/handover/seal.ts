import { createHash } from 'node:crypto'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Decrypter, Encrypter } from 'age-encryption'
import { refuse } from '../contract/errors.ts'
import { MOST_SEALED } from '../contract/handover.ts'
import { type PackageContent, type PackageHeader, packageContent, packageHeader } from '../contract/record.ts'
import { isBoundedJson } from './boundedJson.ts'
import { referencesAreValid } from './packageContent.ts'

const FORMAT = 1
/** Characters of the document: room for a note of fifty pages to every session, four times over. */
const MOST_OPENED = 20_000_000
/** Bytes of the plain line. */
const MOST_HEADER = 2_000
/**
 * The head of the age file as we write it and no other: one stanza, of a passphrase, with its salt and its work. It is
 * looked at before any work is done, so that no file decides how long its opening takes.
 */
const SEAL_HEAD =
  /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} (\d{1,2})\n[A-Za-z0-9+/]{43}\n--- [A-Za-z0-9+/]{43}\n/
/** Bytes, more than any such head. */
const MOST_SEAL_HEAD = 200

/** Seals the content under words, each guess at which costs 2^`work` of scrypt: one plain header line, then an age file bound to that line. */
export async function sealPackage(content: PackageContent, words: string, work: number): Promise<Uint8Array> {
  const { packageId, epoch, sender, receiver } = content
  const header: PackageHeader = { arton: FORMAT, packageId, epoch, sender: sender.name, receiver: receiver.name }
  const headerLine = Buffer.from(`${JSON.stringify(header)}\n`)
  const text = JSON.stringify(content)
  if (text.length > MOST_OPENED || !isBoundedJson(text)) refuse('package-too-large')
  const encrypter = new Encrypter()
  encrypter.setPassphrase(words)
  encrypter.setScryptWorkFactor(work)
  const sealed = await encrypter.encrypt(Buffer.concat([hashOf(headerLine), gzipSync(text)]))
  const file = Buffer.concat([headerLine, sealed])
  if (file.length > MOST_SEALED) refuse('package-too-large')
  return file
}

/**
 * Opens a sealed file: size first, then the header, then that the seal asks for exactly the `work` that we write, then
 * the seal, the header's place in it, inflation up to a limit, depth and number of values, and only then meaning.
 * Refuses by name at each step; never throws for what a file says.
 */
export async function openPackage(file: Uint8Array, words: string, work: number): Promise<PackageContent> {
  if (file.length > MOST_SEALED) refuse('package-too-large')
  const bytes = Buffer.from(file)
  const end = bytes.subarray(0, MOST_HEADER).indexOf('\n')
  const header = readHeader(end === -1 ? '' : bytes.toString('utf8', 0, end))
  if (header.arton > FORMAT) refuse('package-newer')

  const head = SEAL_HEAD.exec(bytes.toString('latin1', end + 1, end + 1 + MOST_SEAL_HEAD))
  if (head?.[1] !== String(work)) refuse('package-damaged')
  const opened = Buffer.from(await unseal(bytes.subarray(end + 1), words))
  if (!opened.subarray(0, 32).equals(hashOf(bytes.subarray(0, end + 1)))) refuse('package-damaged')
  const content = contentIn(opened.subarray(32))
  if (content.packageId !== header.packageId || !referencesAreValid(content)) refuse('package-damaged')
  return content
}

/** SHA-256 of the whole file, hexadecimal: what both sides log (L50). */
export function fileHash(file: Uint8Array): string {
  return hashOf(file).toString('hex')
}

function hashOf(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest()
}

function readHeader(line: string): PackageHeader {
  try {
    return packageHeader.parse(JSON.parse(line))
  } catch {
    return refuse('package-not-a-package')
  }
}

async function unseal(sealed: Uint8Array, words: string): Promise<Uint8Array> {
  const decrypter = new Decrypter()
  decrypter.addPassphrase(words)
  try {
    return await decrypter.decrypt(sealed)
  } catch (error) {
    // age answers "no identity matched" when the header is whole and the words are wrong
    return refuse(
      error instanceof Error && /no identity matched/.test(error.message) ? 'package-wrong-words' : 'package-damaged',
    )
  }
}

function contentIn(bytes: Uint8Array): PackageContent {
  try {
    const text = gunzipSync(bytes, { maxOutputLength: 3 * MOST_OPENED }).toString('utf8')
    if (text.length > MOST_OPENED || !isBoundedJson(text)) return refuse('package-damaged')
    return packageContent.parse(JSON.parse(text))
  } catch {
    return refuse('package-damaged') // too large, no JSON, nested too deep to read, or not what a package holds
  }
}

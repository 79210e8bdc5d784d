// A second opinion on the log, written from the specifications alone (RFC 6962 section 2.1; C2SP signed-note, tlog-checkpoint and
// tlog-tiles) with nothing but Node's own crypto. It shares no code with Lots, and no secret.
//
//   node tests/verifier/verify_log.mjs FOLDER [OLDER_CHECKPOINT]
//
// FOLDER holds checkpoint, log.vkey, tile/entries/… and tile/<level>/… : `lots verify-log --export FOLDER` writes it out of a data
// directory or a copy of its log, and docs/trust_model.md says how to do that without Lots. OLDER_CHECKPOINT is a signed note that
// somebody kept.
// Prints "ok <size> <root in base64>" and exits with 0, or prints what is wrong and exits with 1.
import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

class Wrong extends Error {}
const refuse = (what) => { throw new Wrong(what); };

const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const leafHash = (leaf) => sha256(Buffer.of(0), leaf);
const nodeHash = (left, right) => sha256(Buffer.of(1), left, right);

// RFC 6962: MTH of a list is the hash over the largest power of two smaller than its length, and the rest.
function treeHash(hashes) {
  if (hashes.length === 0) return sha256();
  if (hashes.length === 1) return hashes[0];
  let split = 1;
  while (split * 2 < hashes.length) split *= 2;
  return nodeHash(treeHash(hashes.slice(0, split)), treeHash(hashes.slice(split)));
}

function strictBase64(text, what) {
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64') !== text) refuse(`${what}: not base64`);
  return bytes;
}

function readVerifierKey(text) {
  const match = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trimEnd()) ?? refuse('log.vkey is not a verifier key');
  const [, name, id, encoded] = match;
  const typed = strictBase64(encoded, 'log.vkey');
  if (typed.length !== 33 || typed[0] !== 1) refuse('log.vkey is not an Ed25519 key');
  const keyId = sha256(`${name}\n`, typed).subarray(0, 4);
  if (keyId.toString('hex') !== id) refuse('log.vkey has another key id than its name and key give');
  const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), typed.subarray(1)]);
  return { name, keyId, key: createPublicKey({ key: spki, format: 'der', type: 'spki' }) };
}

function openNote(note, verifier, what) {
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) refuse(`${what}: not a signed note`);
  const text = note.slice(0, split + 1);
  let found = false;
  for (const line of note.slice(split + 2, -1).split('\n')) {
    const match = /^\u2014 ([^+\s]+) (\S+)$/.exec(line) ?? refuse(`${what}: a signature line is not one`);
    const signature = strictBase64(match[2], what);
    if (match[1] !== verifier.name || !signature.subarray(0, 4).equals(verifier.keyId)) continue;
    if (!verify(null, Buffer.from(text), verifier.key, signature.subarray(4))) refuse(`${what}: the signature does not hold`);
    found = true;
  }
  if (!found) refuse(`${what}: not signed by ${verifier.name}`);
  return text;
}

function readCheckpoint(note, verifier, what) {
  const [origin, size, root] = openNote(note, verifier, what).split('\n');
  if (origin !== verifier.name) refuse(`${what}: of another log, ${origin}`);
  if (!/^(0|[1-9][0-9]*)$/.test(size)) refuse(`${what}: its size is not a number`);
  const hash = strictBase64(root, what);
  if (hash.length !== 32) refuse(`${what}: its root is not a hash`);
  return { size: Number(size), root: hash };
}

function tilePath(index, width) {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g);
  const path = groups.map((group, n) => (n < groups.length - 1 ? `x${group}` : group)).join('/');
  return width < 256 ? `${path}.p/${width}` : path;
}

function* tiles(count) {
  for (let index = 0; index * 256 < count; ++index) yield { index, width: Math.min(256, count - index * 256) };
}

function readEntries(folder, size) {
  const leaves = [];
  for (const { index, width } of tiles(size)) {
    const bundle = readFileSync(join(folder, 'tile/entries', tilePath(index, width)));
    let at = 0;
    for (let n = 0; n < width; ++n) {
      if (at + 2 > bundle.length) refuse(`entry ${index * 256 + n} is missing`);
      const length = bundle.readUInt16BE(at);
      if (at + 2 + length > bundle.length) refuse(`entry ${index * 256 + n} is cut off`);
      leaves.push(bundle.subarray(at + 2, at + 2 + length));
      at += 2 + length;
    }
    if (at !== bundle.length) refuse(`bundle ${index} is longer than its entries`);
  }
  return leaves;
}

// Every stored tile must hold what the entries give.
function compareTiles(folder, leafHashes) {
  let hashes = leafHashes;
  for (let level = 0; hashes.length > 0; ++level) {
    for (const { index, width } of tiles(hashes.length)) {
      const tile = readFileSync(join(folder, 'tile', String(level), tilePath(index, width)));
      const given = Buffer.concat(hashes.slice(index * 256, index * 256 + width));
      if (!tile.equals(given)) refuse(`tile ${level}/${index} does not hold the hashes of its entries`);
    }
    const next = [];
    for (let n = 0; n + 256 <= hashes.length; n += 256) next.push(treeHash(hashes.slice(n, n + 256)));
    hashes = next;
  }
}

try {
  const [folder, older] = process.argv.slice(2);
  if (!folder) refuse('which folder?');
  if (!existsSync(join(folder, 'tile')))
    refuse(`${folder} holds no tiles: \`lots verify-log --data DATA --export NEW\` writes them out of a data directory`);
  const verifier = readVerifierKey(readFileSync(join(folder, 'log.vkey'), 'utf8'));
  const checkpoint = readCheckpoint(readFileSync(join(folder, 'checkpoint'), 'utf8'), verifier, 'checkpoint');
  const hashes = readEntries(folder, checkpoint.size).map(leafHash);
  if (!treeHash(hashes).equals(checkpoint.root)) refuse('the entries do not have the root of the checkpoint');
  compareTiles(folder, hashes);
  if (older) {
    const before = readCheckpoint(readFileSync(older, 'utf8'), verifier, 'older checkpoint');
    if (before.size > checkpoint.size) refuse('the older checkpoint has more entries than the log');
    if (!treeHash(hashes.slice(0, before.size)).equals(before.root)) refuse('the older checkpoint is not a prefix of this log');
  }
  console.log(`ok ${checkpoint.size} ${checkpoint.root.toString('base64')}`);
} catch (failure) {
  if (!(failure instanceof Wrong) && failure.code !== 'ENOENT') throw failure;
  console.log(`wrong: ${failure.message}`);
  process.exit(1);
}

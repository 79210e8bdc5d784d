// Makes the page assets: Sass to CSS, modules to one script, fonts and pictures copied; each as it is, gzip and brotli, under a
// name that carries its hash. Writes into the folder given: assets.S (the bytes, for the linker) and assets.h (the table).
//
//     node assets/build.mjs build/generated/assets
//
// Stops when a budget is passed.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build as bundle } from 'esbuild'
import { transform } from 'lightningcss'
import { compile } from 'sass'

const here = dirname(fileURLToPath(import.meta.url))
const root = resolve(here, '..')
const out = resolve(process.argv[2] ?? join(root, 'build/generated/assets'))

/** Largest compressed size in bytes (DESIGN.md, "Budgets"; what a page loads first). */
const budgets = { 'app.css': 16_000, 'app.js': 20_000, 'youth.js': 8_000 }

/** What govuk-frontend brings and no page of ours uses. A page that begins to use one takes its name away here. */
const unusedClasses = `
  govuk-back-link--inverse govuk-body-l govuk-body-lead govuk-body-m govuk-breadcrumbs--inverse govuk-button--inverse
  govuk-button--start govuk-button__start-icon govuk-caption-l govuk-caption-m govuk-caption-xl
  govuk-drop-zone govuk-exit-this-page govuk-fieldset__legend--xl
  govuk-file-upload-button govuk-file-upload-button--dragging govuk-file-upload-button--empty
  govuk-file-upload-button__instruction govuk-file-upload-button__pseudo-button
  govuk-file-upload-button__pseudo-button-container govuk-file-upload-button__status govuk-file-upload-wrapper
  govuk-file-upload-wrapper--disabled govuk-label--xl govuk-link--inverse govuk-link--muted govuk-link--no-underline
  govuk-link--no-visited-state govuk-link--text-colour govuk-link-image govuk-list--spaced govuk-notification-banner__link
  govuk-panel--interruption govuk-panel__actions govuk-summary-list--no-border
  govuk-summary-list__row--no-border govuk-table--small-text-until-tablet govuk-table__caption--l
  govuk-table__caption--xl govuk-visually-hidden-focusable`.trim().split(/\s+/)

/** The oldest browsers that the pages are made for (major version in the third byte from the right). */
const oldestBrowsers = { chrome: 100 << 16, edge: 100 << 16, firefox: 100 << 16, safari: 15 << 16, ios_saf: 15 << 16 }

const types = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2'
}

const extension = (name) => name.slice(name.lastIndexOf('.') + 1)

function packed(name, raw) {
  const hash = createHash('sha256').update(raw).digest('hex').slice(0, 16)
  const dot = name.lastIndexOf('.')
  // A woff2 is brotli already.
  const compressible = extension(name) !== 'woff2'
  return {
    name,
    hash,
    url: `/assets/${name.slice(0, dot)}-${hash}${name.slice(dot)}`,
    mime: types[extension(name)],
    raw,
    gzip: compressible ? gzipSync(raw, { level: 9 }) : null,
    brotli: compressible
      ? brotliCompressSync(raw, {
          params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length }
        })
      : null
  }
}

function fonts() {
  const folder = join(root, 'node_modules/@fontsource-variable/inter/files')
  return [
    packed('inter-latin.woff2', readFileSync(join(folder, 'inter-latin-wght-normal.woff2'))),
    packed('inter-latin-ext.woff2', readFileSync(join(folder, 'inter-latin-ext-wght-normal.woff2')))
  ]
}

function styles(fontFiles) {
  let css = compile(join(here, 'styles/app.scss'), {
    loadPaths: [join(root, 'node_modules')],
    style: 'compressed',
    quietDeps: true
  }).css
  css = transform({
    filename: 'app.css',
    code: Buffer.from(css),
    minify: true,
    unusedSymbols: unusedClasses,
    targets: oldestBrowsers
  }).code.toString()
  for (const font of fontFiles) css = css.replaceAll(`"${font.name}"`, `"${font.url}"`).replaceAll(`url(${font.name})`, `url(${font.url})`)
  return packed('app.css', Buffer.from(css))
}

async function script(name) {
  const made = await bundle({
    entryPoints: [join(here, 'scripts', name)],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    nodePaths: [join(root, 'node_modules')],
    write: false
  })
  return packed(name, Buffer.from(made.outputFiles[0].contents))
}

function checkBudgets(files) {
  for (const { name, gzip, brotli } of files) {
    const limit = budgets[name]
    if (!limit) continue
    console.log(`${name}: ${gzip.length} bytes gzip, ${brotli.length} brotli, at most ${limit}`)
    if (gzip.length > limit) throw new Error(`${name} is ${gzip.length} bytes with gzip; its budget is ${limit}`)
  }
}

/** A class that was taken out of the styles and that the script sets, or a page names, would leave something without its look. */
function checkUnused(files) {
  const script = files.find(({ name }) => name === 'app.js').raw.toString()
  const sources = readdirSync(join(root, 'src'), { recursive: true }).filter((name) => /\.(cpp|h)$/.test(name) && !/_test\.cpp$/.test(name))
  const said = [script, ...sources.map((name) => readFileSync(join(root, 'src', name), 'utf8'))].join('\n')
  const used = unusedClasses.filter((name) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(said))
  if (used.length > 0) throw new Error(`these classes are used, and taken out of the styles by assets/build.mjs: ${used.join(' ')}`)
}

/** Writes only when something changed, so that nothing is compiled again for nothing. */
function write(path, bytes) {
  if (existsSync(path) && readFileSync(path).equals(Buffer.from(bytes))) return
  writeFileSync(path, bytes)
}

function writeTable(files) {
  const forms = ['raw', 'gzip', 'brotli']
  let assembly = '// Made by assets/build.mjs.\n    .section .rodata\n'
  let symbols = ''
  let rows = ''
  files.forEach((file, index) => {
    // The hash stands here so that new bytes under an old name are assembled again.
    assembly += `// ${file.name} ${file.hash}\n`
    const spans = forms.map((form) => {
      const bytes = file[form]
      if (!bytes) return 'ByteSpan()'
      const symbol = `lots_asset_${index}_${form}`
      const path = join(out, `${file.name}.${form}`)
      write(path, bytes)
      assembly += `    .global ${symbol}\n    .balign 16\n${symbol}:\n    .incbin "${path}"\n`
      symbols += `extern const std::uint8_t ${symbol}[${bytes.length}];\n`
      return `ByteSpan(${symbol}, ${bytes.length})`
    })
    rows += `    File{"${file.name}", "${file.url}", "${file.mime}", "${file.hash}",\n         ${spans.join(', ')}},\n`
  })
  assembly += '    .section .note.GNU-stack,"",@progbits\n'

  const header = `// Made by assets/build.mjs.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

extern "C" {
${symbols}}

namespace lots::assets {

using ByteSpan = std::span<const std::uint8_t>;

/// A file compiled into the program. The address carries the hash of the content, so it may be kept for ever.
struct File {
    std::string_view name, url, mime, hash;
    ByteSpan raw, gzip, brotli;  // gzip and brotli are empty for a file that is compressed by itself
};

inline constexpr std::array files{
${rows}};

void there_is_no_such_asset();

/// The file of this name. A name that does not exist does not compile.
consteval const File& asset(std::string_view name)
{
    for (const File& file : files)
        if (file.name == name) return file;
    there_is_no_such_asset();
    return files[0];
}

/// The file at this address, for the server; none for an unknown one.
constexpr const File* file_at(std::string_view url)
{
    for (const File& file : files)
        if (file.url == url) return &file;
    return nullptr;
}

}  // namespace lots::assets
`
  write(join(out, 'assets.S'), assembly)
  write(join(out, 'assets.h'), header)
}

mkdirSync(out, { recursive: true })
const fontFiles = fonts()
const files = [
  styles(fontFiles),
  await script('app.js'),
  packed('favicon.svg', readFileSync(join(here, 'favicon.svg'))),
  ...fontFiles
]
checkUnused(files)
checkBudgets(files)
writeTable(files)

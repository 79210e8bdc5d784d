// One page with all the pictures side by side, to look at every screen without opening it.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

const escaped = (text) => String(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

/** `shown`: {name, who, path, views, faults} of each screen, in order. Narrow pictures stand beside the wide ones. */
export function write_sheet(folder, shown) {
  const figure = (one, view) =>
    `<a href="${escaped(one.name)}-${view.name}.png"><img loading="lazy" src="${escaped(one.name)}-${view.name}.png" alt="${escaped(view.name)}" class="${view.width < 600 ? 'narrow' : 'wide'}"></a>`
  const section = (one) => `<section id="${escaped(one.name)}"><h2>${escaped(one.name)}</h2>
<p>${escaped(one.who ?? 'ingen inloggad')} · <code>${escaped(one.path ?? '')}</code></p>
${one.faults.length ? `<ul>${one.faults.map((fault) => `<li>${escaped(fault)}</li>`).join('')}</ul>` : ''}
${one.path ? one.views.map((view) => figure(one, view)).join('\n') : ''}</section>`
  writeFileSync(join(folder, 'index.html'), `<!doctype html>
<html lang="sv"><meta charset="utf-8"><title>Alla sidor</title>
<style>
body { font: 15px/1.4 sans-serif; margin: 2rem; } section { border-top: 1px solid #999; padding: 1rem 0; } li { color: #a00; }
img { vertical-align: top; border: 1px solid #ccc; margin: 0 .5rem .5rem 0; } .wide { width: 480px; } .narrow { width: 160px; }
nav { columns: 4; } nav .fault { color: #a00; }
</style>
<h1>Alla sidor: ${shown.length}</h1>
<nav>${shown.map((one) => `<a href="#${escaped(one.name)}"${one.faults.length ? ' class="fault"' : ''}>${escaped(one.name)}</a><br>`).join('\n')}</nav>
${shown.map(section).join('\n')}
</html>
`)
}

/** Asks before the page is left while a form holds text that was neither sent nor saved. Forms with data-autosave save themselves. */
export function guardUnsavedForms(page) {
  const changed = new Set()

  page.addEventListener('input', (event) => {
    const form = event.target.form
    if (form?.method === 'post' && !form.dataset.autosave) changed.add(form)
  })
  page.addEventListener('submit', (event) => changed.delete(event.target))
  page.addEventListener('reset', (event) => changed.delete(event.target))

  window.addEventListener('beforeunload', (event) => {
    if ([...changed].some((form) => form.isConnected)) event.preventDefault()
  })
}

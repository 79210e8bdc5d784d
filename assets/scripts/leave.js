/**
 * "Lämna sidan snabbt": the page is empty at once and its place in the history is the neutral page's; signing out goes on behind.
 * Without scripts the same form does it, and the server's answer leads on.
 */
export function leaveQuickly(page) {
  page.addEventListener('submit', (event) => {
    const form = event.target
    if (!form.matches('form.sig-quick-exit')) return
    event.preventDefault()
    const to = form.dataset.to
    const sent = fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), keepalive: true })
    sent.catch(() => {})
    page.body.replaceChildren()
    page.title = ' '
    window.location.replace(to)
  })
  const onward = page.querySelector('a[data-leave]')
  if (onward) window.location.replace(onward.href)
}

/** Menus are <details>: they open without scripts. Here they also close with Esc and with a click beside them. */
export function closeMenus(page) {
  const open = () => page.querySelectorAll('details.sig-menu[open]')

  page.addEventListener('click', (event) => {
    for (const menu of open()) if (!menu.contains(event.target)) menu.open = false
  })
  page.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    for (const menu of open()) {
      const held = menu.contains(page.activeElement)
      menu.open = false
      if (held) menu.querySelector('summary').focus()
    }
  })
}

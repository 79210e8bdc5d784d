/** A radio is nothing that folds out (ARIA has no aria-expanded for it): what a choice opens follows it in the page and is read next. */
export function plainRadios(scope) {
  for (const radio of scope.querySelectorAll('input[type="radio"][aria-controls]')) {
    const strip = () => radio.hasAttribute('aria-expanded') && radio.removeAttribute('aria-expanded')
    strip()
    new MutationObserver(strip).observe(radio, { attributeFilter: ['aria-expanded'] })
  }
}

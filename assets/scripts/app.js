// Everything here only makes quicker what works without it.
import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  PasswordInput,
  Radios,
  SkipLink
} from 'govuk-frontend'
import { guardUnsavedForms } from './dirty.js'
import { leaveQuickly } from './leave.js'
import { closeMenus } from './menu.js'
import { plainRadios } from './radios.js'

const components = {
  'govuk-button': Button,
  'govuk-character-count': CharacterCount,
  'govuk-checkboxes': Checkboxes,
  'govuk-error-summary': ErrorSummary,
  'govuk-notification-banner': NotificationBanner,
  'govuk-password-input': PasswordInput,
  'govuk-radios': Radios,
  'govuk-skip-link': SkipLink
}

/** Starts the components inside `scope`: the page, or a fragment that has just arrived. */
export function startComponents(scope) {
  for (const [name, Component] of Object.entries(components)) {
    for (const element of scope.querySelectorAll(`[data-module="${name}"]:not([data-${name}-init])`)) {
      try {
        // Two clicks on the same button are one command; the server knows too.
        new Component(element, name === 'govuk-button' ? { preventDoubleClick: true } : undefined)
      } catch (fault) {
        // The element works without its script: one that cannot start stops no other.
        console.warn(fault.message)
      }
    }
  }
  plainRadios(scope)
}

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
startComponents(document)
leaveQuickly(document)
guardUnsavedForms(document)
closeMenus(document)

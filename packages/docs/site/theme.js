// Decides between dark and light before anything is painted: what the reader chose, else what the
// system prefers. Runs in the head, blocking, so that no page flashes in the other colours.
const preferred = window.matchMedia('(prefers-color-scheme: dark)')
let chosenHere = null

function chosenTheme() {
  try {
    return localStorage.getItem('theme') ?? chosenHere
  } catch {
    return chosenHere // storage is switched off
  }
}

function applyTheme() {
  const theme = chosenTheme() ?? (preferred.matches ? 'dark' : 'light')
  if (document.documentElement.dataset.theme === theme) return
  document.documentElement.dataset.theme = theme
  document.dispatchEvent(new CustomEvent('themechange', { detail: theme }))
}

function toggleTheme() {
  chosenHere = document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark'
  try {
    localStorage.setItem('theme', chosenHere)
  } catch {
    // Then the choice holds for this page only.
  }
  applyTheme()
}

applyTheme()
preferred.addEventListener('change', applyTheme)
window.addEventListener('storage', applyTheme)
document.addEventListener('DOMContentLoaded', () => {
  document.getElementById('theme')?.addEventListener('click', toggleTheme)
})

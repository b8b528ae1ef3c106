/* Speaks to the player by the API of SCORM 1.2, which one of the windows around this one has. */
'use strict'
;(function () {
  function findApi() {
    for (let at = window, i = 0; i < 10; at = at.parent, i++) {
      if (at.API) return at.API
      if (at === at.parent) return undefined
    }
    return undefined
  }

  const api = findApi()
  const form = document.getElementById('questions')
  const result = document.getElementById('result')
  const names = ['first', 'hand', 'charge']
  const tell = (name, value) => api && api.LMSSetValue(name, String(value))

  if (api) {
    api.LMSInitialize('')
    // Choices of before are there again.
    const kept = new URLSearchParams(api.LMSGetValue('cmi.suspend_data'))
    for (const name of names) if (kept.get(name)) form.elements[name].value = kept.get(name)
    if (api.LMSGetValue('cmi.core.lesson_status') === 'not attempted') {
      tell('cmi.core.lesson_status', 'incomplete')
      api.LMSCommit('')
    }
  }

  const chosen = () => new FormData(form)

  form.addEventListener('change', () => {
    tell('cmi.suspend_data', new URLSearchParams(chosen()).toString())
    if (api) api.LMSCommit('')
  })

  form.addEventListener('submit', (event) => {
    event.preventDefault()
    const right = names.filter((name) => chosen().get(name) === '1').length
    const score = Math.round((100 * right) / names.length)
    tell('cmi.core.score.min', 0)
    tell('cmi.core.score.max', 100)
    tell('cmi.core.score.raw', score)
    tell('cmi.core.lesson_status', score >= 80 ? 'passed' : 'failed')
    if (api) api.LMSCommit('')
    result.textContent =
      score >= 80
        ? 'All of them are right: you have passed. You may close this page.'
        : `${right} of ${names.length} are right. Read it again, and answer once more.`
  })

  window.addEventListener('pagehide', () => api && api.LMSFinish(''))
})()

// The run-time of SCORM 1.2 and 2004 that a SCO speaks with: scorm-again behind a face of ours, which notes each change.

/** The names of the calls in each standard. */
const CALLS = {
  scorm_1_2: {
    initialize: 'LMSInitialize',
    finish: 'LMSFinish',
    get: 'LMSGetValue',
    set: 'LMSSetValue',
    commit: 'LMSCommit',
    error: 'LMSGetLastError',
    errorText: 'LMSGetErrorString',
    diagnostic: 'LMSGetDiagnostic',
  },
  scorm_2004: {
    initialize: 'Initialize',
    finish: 'Terminate',
    get: 'GetValue',
    set: 'SetValue',
    commit: 'Commit',
    error: 'GetLastError',
    errorText: 'GetErrorString',
    diagnostic: 'GetDiagnostic',
  },
}

const SETTINGS = {
  ...{ autocommit: false, lmsCommitUrl: false, logLevel: 5, mastery_override: false },
  autoCompleteLessonStatus: true,
}

/**
 * Makes the API of one SCO. `Api` is the class of scorm-again, `cmi` what it begins with by element, `offers` where its
 * learner can go to. `changed` is told each element that was set, `called` when the SCO asks to commit, and `ended` when
 * it ends.
 */
export function createRunTime({ Api, standard, cmi, offers, changed, called, ended }) {
  const names = CALLS[standard === 'scorm_1_2' ? 'scorm_1_2' : 'scorm_2004']
  const is12 = names === CALLS.scorm_1_2
  const api = new Api(SETTINGS)
  liftLimits(api)
  // A value that the model does not take is left out, and the others stand.
  for (const [element, value] of Object.entries(loadable(cmi))) {
    try {
      api.loadFromFlattenedJSON({ [element]: value })
    } catch {
      continue
    }
  }
  // Loading notes errors, of which the SCO knows nothing.
  api.lastErrorCode = '0'
  let [isOn, isOver, refusal, navigation] = [false, false, '', '_none_']
  /** After its end SCORM 1.2 has error 301 for each call; scorm-again has none. */
  const guarded = (call) => (first, second) => {
    refusal = is12 && isOver ? '301' : ''
    return refusal === '' ? call(first, second) : 'false'
  }

  const face = {
    [names.initialize]: (parameter = '') => {
      const answer = api[names.initialize](parameter)
      isOn ||= String(answer) === 'true'
      return answer
    },
    [names.get]: guarded((element) => {
      const valid = isOn && !is12 ? validIn(offers, String(element)) : undefined
      if (valid === undefined) return String(api[names.get](element))
      api.lastErrorCode = '0'
      return valid
    }),
    [names.set]: guarded((element, value) => {
      const answer = api[names.set](element, value)
      if (String(answer) !== 'true') return answer
      if (element === 'adl.nav.request') navigation = String(value)
      else if (String(element).startsWith('cmi.')) changed(String(element), String(value))
      return answer
    }),
    [names.commit]: guarded((parameter = '') => {
      const answer = api[names.commit](parameter)
      if (String(answer) === 'true') called()
      return answer
    }),
    [names.finish]: guarded((parameter = '') => {
      const before = isOn
      if (is12 && before) judge(api.cmi)
      const answer = api[names.finish](parameter)
      if (!before || String(answer) !== 'true') return answer
      ;[isOn, isOver] = [false, true]
      if (is12) changed('cmi.core.lesson_status', api.cmi.core.lesson_status)
      ended(navigation)
      return answer
    }),
    [names.error]: () => refusal || String(api[names.error]()),
    [names.errorText]: (code) => String(api[names.errorText](code)),
    [names.diagnostic]: (code) => String(api[names.diagnostic](code)),
  }
  return { name: is12 ? 'API' : 'API_1484_11', api: { ...face, version: '1.0' } }
}

/** SN 5.6.4: whether a request for navigation would be followed; nothing for any other element. */
function validIn(offers, element) {
  const [, request, target] =
    /^adl\.nav\.request_valid\.(continue|previous|choice)(?:\.\{target=(.*)\})?$/.exec(element) ??
    []
  if (request === undefined || !offers) return undefined
  if (request === 'choice') return String(offers.choice.includes(target))
  return String(offers[request === 'continue' ? 'next' : 'previous'] !== null)
}

/** SCORM 1.2, RTE 3.4.4: the mastery score decides at the end, but of a lesson that is not through yet. */
function judge({ core, student_data }) {
  const [raw, mastery] = [core.score.raw, student_data.mastery_score].map((text) =>
    text === '' ? Number.NaN : Number(text),
  )
  if (Number.isNaN(raw) || Number.isNaN(mastery) || core.lesson_status === 'incomplete') return
  core.lesson_status = raw >= mastery ? 'passed' : 'failed'
}

/** Keeps `suspend_data` whole: the standards end it at 4,096 and 64,000 characters, and courses send more. */
function liftLimits(api) {
  let kept = ''
  Object.defineProperty(api.cmi, 'suspend_data', {
    get: () => kept,
    set: (value) => void (kept = String(value)),
    enumerable: true,
    configurable: true,
  })
}

/** The elements that a run begins with; counts and lists of names follow from the others. */
const loadable = (cmi) =>
  Object.fromEntries(
    Object.entries(cmi)
      .filter(([element, value]) => value !== '' && !/\._(?:count|children|version)$/.test(element))
      .sort(([a], [b]) => orderOf(a).localeCompare(orderOf(b))),
  )

/** Places in lists by their number; the id and the type of a place go before what depends on them. */
const orderOf = (element) =>
  element
    .replace(/\d+/g, (n) => n.padStart(8, '0'))
    .replace(/\.id$/, '.!1')
    .replace(/\.type$/, '.!2')

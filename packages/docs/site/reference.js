// The API reference: Redoc over the contract that this server publishes.
const shared = {
  spacing: { sectionVertical: 32, sectionHorizontal: 40 },
  breakpoints: { medium: '56rem', large: '80rem' },
  typography: {
    fontSize: '15.5px',
    lineHeight: '1.65',
    fontFamily: 'var(--sans)',
    fontWeightBold: '650',
    smoothing: 'auto',
    headings: { fontFamily: 'var(--sans)', fontWeight: '650', lineHeight: '1.3' },
    code: { fontFamily: 'var(--mono)', fontSize: '13px', lineHeight: '1.6', wrap: false },
  },
  sidebar: { width: '272px' },
  rightPanel: { width: '40%', textColor: '#e6e9f2' },
}

const colours = {
  light: {
    colors: {
      primary: { main: '#4b45d6', light: '#5f5ade', dark: '#3731b0', contrastText: '#ffffff' },
      success: { main: '#0f7a5f' },
      warning: { main: '#9a6200' },
      error: { main: '#c0303b' },
      text: { primary: '#1d2233', secondary: '#586079' },
      border: { dark: '#d5d9e6', light: '#e6e9f2' },
      responses: {
        success: { color: '#0b6b53', backgroundColor: '#e9f7f2', tabTextColor: '#6fe0b8' },
        error: { color: '#b82c38', backgroundColor: '#fdeff0', tabTextColor: '#ff98a0' },
        redirect: { color: '#8a5b00', backgroundColor: '#fdf5e3', tabTextColor: '#f3c969' },
        info: { color: '#3057b5', backgroundColor: '#edf2fd', tabTextColor: '#9fbaff' },
      },
      http: { get: '#0f7a5f', post: '#4b45d6', put: '#8a5b00', delete: '#c0303b' },
    },
    schema: { linesColor: '#c3c8da', nestedBackground: '#f6f7fb', typeNameColor: '#586079' },
    typography: {
      code: { color: '#3a34b8', backgroundColor: '#eff0fb' },
      links: { color: '#4b45d6', visited: '#4b45d6', hover: '#3731b0' },
    },
    sidebar: {
      backgroundColor: '#f6f7fb',
      textColor: '#333a50',
      activeTextColor: '#433dc4',
      groupItems: { activeBackgroundColor: '#e7e8f8' },
      level1Items: { activeBackgroundColor: '#e7e8f8' },
    },
    rightPanel: {
      backgroundColor: '#161b2e',
      servers: {
        overlay: { backgroundColor: '#f6f7fb', textColor: '#1d2233' },
        url: { backgroundColor: '#ffffff' },
      },
    },
    codeBlock: { backgroundColor: '#0e1222' },
    fab: { backgroundColor: '#4b45d6', color: '#ffffff' },
  },
  dark: {
    colors: {
      primary: { main: '#a3a5ff', light: '#bcbdff', dark: '#8386f0', contrastText: '#0e1222' },
      success: { main: '#59d6ad' },
      warning: { main: '#f0c262' },
      error: { main: '#ff8c95' },
      text: { primary: '#e3e7f2', secondary: '#9aa3bb' },
      border: { dark: '#333b54', light: '#262d42' },
      responses: {
        success: { color: '#6fe0b8', backgroundColor: '#12291f', tabTextColor: '#6fe0b8' },
        error: { color: '#ff98a0', backgroundColor: '#301920', tabTextColor: '#ff98a0' },
        redirect: { color: '#f3c969', backgroundColor: '#2e2614', tabTextColor: '#f3c969' },
        info: { color: '#9fbaff', backgroundColor: '#18223c', tabTextColor: '#9fbaff' },
      },
      http: { get: '#167a5e', post: '#5a55d8', put: '#7d5c14', delete: '#b63c47' },
    },
    schema: { linesColor: '#46506e', nestedBackground: '#171c2b', typeNameColor: '#9aa3bb' },
    typography: {
      code: { color: '#c3c5ff', backgroundColor: '#1f2540' },
      links: { color: '#a3a5ff', visited: '#a3a5ff', hover: '#c9caff' },
    },
    sidebar: {
      backgroundColor: '#0d111d',
      textColor: '#c3cadb',
      activeTextColor: '#b4b6ff',
      groupItems: { activeBackgroundColor: '#1b2138' },
      level1Items: { activeBackgroundColor: '#1b2138' },
    },
    rightPanel: {
      backgroundColor: '#0b0e19',
      servers: {
        overlay: { backgroundColor: '#1b2133', textColor: '#e3e7f2' },
        url: { backgroundColor: '#0e1222' },
      },
    },
    codeBlock: { backgroundColor: '#141929' },
    fab: { backgroundColor: '#5a55d8', color: '#ffffff' },
  },
}

function merged(a, b) {
  if (typeof a !== 'object' || typeof b !== 'object') return b ?? a
  const keys = new Set([...Object.keys(a), ...Object.keys(b)])
  return Object.fromEntries([...keys].map((key) => [key, merged(a[key], b[key])]))
}

const theme = merged(shared, colours[document.documentElement.dataset.theme])

const options = {
  theme,
  scrollYOffset: '.top',
  downloadUrls: [
    { title: 'openapi.yaml', url: '/api/openapi.yaml' },
    { title: 'openapi.json', url: '/api/openapi.json' },
  ],
  expandResponses: '200,201',
  jsonSamplesExpandLevel: 3,
  nativeScrollbars: true,
  showExtensions: ['x-since', 'x-emits', 'x-aliases'],
  sortRequiredPropsFirst: true,
}

/** Every operation of the contract with its scopes in its first line, and a call to copy. */
function withCalls(contract) {
  for (const [path, item] of Object.entries(contract.paths))
    for (const [method, operation] of Object.entries(item)) {
      if (!operation.operationId) continue
      operation.description = [scopesOf(operation), operation.description]
        .filter(Boolean)
        .join('\n\n')
      if (operation.security?.some((entry) => entry.bearerAuth))
        operation['x-codeSamples'] = [
          { lang: 'Shell', label: 'curl', source: curlOf(contract, path, method, operation) },
        ]
    }
  return contract
}

function scopesOf({ security = [] }) {
  const scopes = security
    .flatMap((entry) => Object.values(entry))
    .filter(({ length }) => length > 0)
  if (scopes.length === 0) return ''
  const names = new Set(scopes.map((all) => all.map((scope) => `\`${scope}\``).join(' and ')))
  return `Needs ${[...names].join(' or ')}.`
}

const follow = (contract, node) =>
  node?.$ref
    ? node.$ref
        .slice(2)
        .split('/')
        .reduce((at, step) => at[step], contract)
    : (node ?? {})

const exampleOf = ({ example, examples }) => example ?? Object.values(examples ?? {})[0]?.value

function curlOf(contract, path, method, operation) {
  const item = contract.paths[path]
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])]
  const values = new Map(
    parameters.map((each) => follow(contract, each)).map((each) => [each.name, exampleOf(each)]),
  )
  const url = path.replaceAll(/\{(\w+)\}/g, (_, name) => values.get(name) ?? name)
  const lines = [`curl '${location.origin}${url}'`, `-H "Authorization: Bearer $KEY"`]
  const content = follow(contract, operation.requestBody).content ?? {}
  const body = content['application/json'] && exampleOf(content['application/json'])
  const form = content['multipart/form-data']
  if (values.has('Idempotency-Key')) lines.push('-H "Idempotency-Key: $(uuidgen)"')
  if (body) {
    const text = JSON.stringify(body, null, 2).replaceAll("'", "'\\''")
    lines.push("-H 'Content-Type: application/json'", `-d '${text}'`)
  } else if (form) {
    const { properties } = follow(contract, form.schema)
    for (const [name, value] of Object.entries(exampleOf(form))) {
      const isFile = follow(contract, properties[name]).format === 'binary'
      lines.push(`-F '${name}=${isFile ? '@path/to/file' : value}'`)
    }
  } else if (method === 'post') lines.push('-X POST')
  return lines.join(' \\\n  ')
}

async function render() {
  const element = document.getElementById('redoc')
  try {
    const response = await fetch('/api/openapi.json')
    if (!response.ok) throw new Error(`the server answered ${response.status}`)
    const contract = withCalls(await response.json())
    // Redoc draws with the theme it began with; another one is another page.
    document.addEventListener('themechange', () => location.reload())
    Redoc.init(contract, options, element, (error) => {
      if (error) throw error
      element.dataset.ready = ''
    })
  } catch (error) {
    const notice = document.createElement('p')
    notice.className = 'waiting'
    notice.textContent = `The contract cannot be shown: ${error.message}.`
    element.replaceChildren(notice)
  }
}

render()

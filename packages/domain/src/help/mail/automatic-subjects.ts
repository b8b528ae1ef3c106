/** The beginnings of the subjects of out-of-office notices, as programs write them in the languages of the world. */
const BEGINNINGS = [
  ...[
    'automatic reply',
    'automated response',
    'auto reply',
    'autoreply',
    'out of office',
    'out of the office',
  ],
  ...['automatische antwort', 'abwesenheitsnotiz', 'automatisches antwortschreiben'],
  ...['réponse automatique', "message d'absence", 'absence du bureau'],
  ...['respuesta automática', 'fuera de la oficina'],
  ...['risposta automatica', 'fuori sede'],
  ...['resposta automática', 'fora do escritório'],
  ...['automatisch antwoord', 'afwezigheidsbericht'],
  ...['autosvar', 'automatiskt svar', 'automatisk svar', 'frånvaromeddelande'],
  ...['automaattinen vastaus', 'poissaoloilmoitus'],
  ...['odpowiedź automatyczna', 'automatická odpověď', 'automatikus válasz', 'răspuns automat'],
  ...['автоматический ответ', 'автоматична відповідь'],
  ...['自動応答', '自動返信', '自动答复', '自動回覆', '자동 회신', 'otomatik yanıt'],
]

/** Whether a subject begins as that of an out-of-office notice does, the colon after it included. */
export function startsAsAutomatic(subject: string): boolean {
  const cut = subject.search(/[:：]/)
  return cut > 0 && BEGINNINGS.includes(subject.slice(0, cut).trim().toLowerCase())
}

/** The words by which mail programs mark what they quote, in the languages that people write in. */

const alternatives = (words: readonly string[]): string => words.join('|')

/** `wrote`, at the end of the line above a quotation. */
export const WROTE = new RegExp(
  `(?:${alternatives([
    ...['wrote', 'writes', 'schrieb', 'a écrit', 'escribió', 'ha scritto', 'escreveu', 'schreef'],
    ...['skrev', 'kirjoitti', 'napisał\\(?a?\\)?', 'napsala?', 'napísala?', 'írta', 'a scris'],
    ...['написала?', 'написав', 'пише', 'пишет', 'έγραψε', 'yazdı', '写道', '寫道', '님이 작성'],
    ...['のメール', 'さんは書きました', 'đã viết'],
  ])})`,
  'iu',
)

/** A line that says that a mail below is forwarded. */
export const FORWARDED = new RegExp(
  `^\\s*(?:-{2,}\\s*)?(?:begin )?(?:${alternatives([
    ...[
      'forwarded message',
      'forwarded by',
      'original message forwarded',
      'weitergeleitete nachricht',
    ],
    ...['weitergeleitete e-?mail', 'anfang der weitergeleiteten nachricht', 'message transféré'],
    ...[
      'message transmis',
      'début du message transféré',
      'début du message réexpédié',
      'mensaje reenviado',
    ],
    ...['inicio del mensaje reenviado', 'messaggio inoltrato', 'inizio messaggio inoltrato'],
    ...[
      'mensagem encaminhada',
      'mensagem reencaminhada',
      'doorgestuurd bericht',
      'begin doorgestuurd bericht',
    ],
    ...[
      'vidarebefordrat meddelande',
      'videresendt e-?mail',
      'videresendt melding',
      'videresendt meddelelse',
    ],
    ...['wiadomość przekazana', 'przekazana wiadomość', 'přeposlaná zpráva', 'välitetty viesti'],
    ...['пересылаемое сообщение', '转发的邮件', '転送されたメッセージ'],
  ])})\\b.{0,80}$`,
  'iu',
)

/** A line that says that the mail before is quoted below, without marks at its lines. */
export const ORIGINAL = new RegExp(
  `^\\s*-{2,}\\s*(?:${alternatives([
    ...['original message', 'original appointment', 'ursprüngliche nachricht', 'originalnachricht'],
    ...["message d'origine", 'message d’origine', 'message original', 'mensaje original'],
    ...[
      'messaggio originale',
      'mensagem original',
      'oorspronkelijk bericht',
      'ursprungligt meddelande',
    ],
    ...['oprindelig meddelelse', 'opprinnelig melding', 'wiadomość oryginalna', 'původní zpráva'],
    ...['alkuperäinen viesti', 'исходное сообщение', '原始邮件', '元のメッセージ'],
  ])})\\s*-{2,}\\s*$`,
  'iu',
)

const label = (words: readonly string[]): RegExp =>
  new RegExp(`^\\s*\\*?(?:${alternatives(words)})\\s?[:：]\\*?\\s?\\S`, 'iu')

/** The lines of the head that a mail program puts above what it quotes. */
export const FROM_LINE = label([
  ...['from', 'von', 'de', 'da', 'van', 'från', 'fra', 'od', 'lähettäjä', 'от', 'від', 'kimden'],
  ...['发件人', '寄件者', '差出人', '보낸 사람'],
])
export const SUBJECT_LINE = label([
  ...['subject', 'betreff', 'objet', 'asunto', 'oggetto', 'assunto', 'onderwerp', 'ämne', 'emne'],
  ...['temat', 'předmět', 'aihe', 'тема', 'konu', '主题', '主旨', '件名', '제목'],
])
export const SENT_LINE = label([
  ...[
    'sent',
    'date',
    'gesendet',
    'datum',
    'envoyé',
    'enviado',
    'enviado el',
    'fecha',
    'inviato',
    'data',
  ],
  ...[
    'enviada',
    'enviada em',
    'verzonden',
    'skickat',
    'sendt',
    'dato',
    'wysłano',
    'odesláno',
    'lähetetty',
  ],
  ...['отправлено', 'дата', '发送时间', '日期', '送信日時', '日付', '보낸 날짜'],
])
export const TO_LINE = label([
  ...['to', 'an', 'à', 'para', 'a', 'aan', 'till', 'til', 'do', 'komu', 'vastaanottaja', 'кому'],
  ...['kime', '收件人', '收件者', '宛先', '받는 사람'],
])

/** A line that a telephone or a mail program puts below what was written. */
export const SENT_FROM_DEVICE = new RegExp(
  `^\\s*(?:${alternatives([
    ...['sent from my', 'sent from (?:mail|outlook|yahoo|proton|gmail|samsung)', 'get outlook for'],
    ...['von meinem .{1,30} gesendet', 'gesendet von (?:mein|mail|outlook)', 'gesendet mit der'],
    ...['envoyé (?:de|depuis) mon', 'envoyé à partir de', 'enviado desde mi', 'enviado do meu'],
    ...['inviato da(?:l mio)? ', 'verstuurd vanaf', 'verzonden vanaf', 'skickat från min'],
    ...['sendt fra min', 'lähetetty ', 'wysłano z ', 'wysłane z ', 'odesláno z ', 'отправлено с '],
    ...['发自我的', 'iphoneから送信'],
  ])}).{0,80}$`,
  'iu',
)

/** The beginning of the subject of a mail that is forwarded. */
export const FORWARDING_SUBJECT = /^\s*(?:fwd?|wg|tr|rv|enc|doorst|vs|vb|i)\s*:/i

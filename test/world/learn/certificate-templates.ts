import { grownId, type Part, type Place } from '../part.ts'

export const TEMPLATE = 571
/** No course names it, and nothing was made with it. */
const UNUSED = 572

export const part: Part = {
  ids: { 'certificate-templates': TEMPLATE, deleteCertificateTemplate: UNUSED },
  furnish: (place) =>
    place.insert('learn_certificate_templates', [
      templateOf(place, place.at(TEMPLATE), true),
      templateOf(place, place.at(UNUSED), false),
    ]),
  grow: (place, numbers) =>
    place.insert(
      'learn_certificate_templates',
      numbers.map((i) => templateOf(place, grownId(i), false)),
    ),
}

const templateOf = ({ now }: Place, id: number, is_default: boolean) => ({
  ...{ id, name: 'Plain', title: 'Certificate of completion', is_default },
  ...{ body: '{{learner}} has completed {{course}} on {{date}}.', orientation: 'landscape' },
  ...{ signer_name: 'Alice', signer_title: 'Head of the workshop' },
  ...{ text_color: '#1a1a1a', accent_color: '#2f5d8a', created_at: now, updated_at: now },
})

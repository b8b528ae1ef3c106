import { absoluteIds } from './absolute-ids.js'
import { aliasesRouted } from './aliases-routed.js'
import { anyTextIsTrue } from './any-text-is-true.js'
import { basesDeclared } from './bases-declared.js'
import { bodyWithoutDefault } from './body-without-default.js'
import { bytesCounted } from './bytes-counted.js'
import { choiceOfValues } from './choice-of-values.js'
import { componentNamesDistinct } from './component-names-distinct.js'
import { emitsCatalogued } from './emits-catalogued.js'
import { enumNamesUnique } from './enum-names-unique.js'
import { eventTyped } from './event-typed.js'
import { eventTypesListed } from './event-types-listed.js'
import { examplesGiven } from './examples-given.js'
import { externalIsTrue } from './external-is-true.js'
import { failuresNamed } from './failures-named.js'
import { fileOrder } from './file-order.js'
import { formFieldsInline } from './form-fields-inline.js'
import { infoBrief } from './info-brief.js'
import { lineNamed } from './line-named.js'
import { listPaged } from './list-paged.js'
import { operationScopes } from './operation-scopes.js'
import { plansNarrowed } from './plans-narrowed.js'
import { postIdempotent } from './post-idempotent.js'
import { propertiesAreObjects } from './properties-are-objects.js'
import { queryEmpty } from './query-empty.js'
import { rateClassKnown } from './rate-class-known.js'
import { rawIsTrue } from './raw-is-true.js'
import { schemaNamesFree } from './schema-names-free.js'
import { schemaOnce } from './schema-once.js'
import { schemaOneType } from './schema-one-type.js'
import { scimCharacteristics } from './scim-characteristics.js'
import { securityCallers } from './security-callers.js'
import { sessionCsrf } from './session-csrf.js'
import { sharedError } from './shared-error.js'
import { sinceVersion } from './since-version.js'
import { tagGrouped } from './tag-grouped.js'
import { uniqueItemsOurs } from './unique-items-ours.js'
import { valuesOpen } from './values-open.js'

/** The rules of this folder, for `plugins:` in a redocly.yaml; each is `contract/<file name>` there. */
export default function plugin() {
  return {
    id: 'contract',
    rules: {
      oas3: {
        'absolute-ids': absoluteIds,
        'aliases-routed': aliasesRouted,
        'any-text-is-true': anyTextIsTrue,
        'bases-declared': basesDeclared,
        'body-without-default': bodyWithoutDefault,
        'bytes-counted': bytesCounted,
        'choice-of-values': choiceOfValues,
        'component-names-distinct': componentNamesDistinct,
        'emits-catalogued': emitsCatalogued,
        'enum-names-unique': enumNamesUnique,
        'event-typed': eventTyped,
        'event-types-listed': eventTypesListed,
        'examples-given': examplesGiven,
        'external-is-true': externalIsTrue,
        'failures-named': failuresNamed,
        'file-order': fileOrder,
        'form-fields-inline': formFieldsInline,
        'info-brief': infoBrief,
        'line-named': lineNamed,
        'list-paged': listPaged,
        'operation-scopes': operationScopes,
        'plans-narrowed': plansNarrowed,
        'post-idempotent': postIdempotent,
        'properties-are-objects': propertiesAreObjects,
        'query-empty': queryEmpty,
        'rate-class-known': rateClassKnown,
        'raw-is-true': rawIsTrue,
        'schema-names-free': schemaNamesFree,
        'schema-once': schemaOnce,
        'schema-one-type': schemaOneType,
        'scim-characteristics': scimCharacteristics,
        'security-callers': securityCallers,
        'session-csrf': sessionCsrf,
        'shared-error': sharedError,
        'since-version': sinceVersion,
        'tag-grouped': tagGrouped,
        'unique-items-ours': uniqueItemsOurs,
        'values-open': valuesOpen,
      },
    },
  }
}

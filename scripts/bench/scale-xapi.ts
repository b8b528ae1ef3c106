import type { OperationId } from '@mobieus/contract'

const byKey = 'reads and writes one row by its whole key, whatever else there is'
const statements = 'is measured with a million statements by `npm run bench -- learn`'

/** Operations of the learning record store that are not in the table, with reasons. */
export const UNMEASURED_XAPI: Readonly<Partial<Record<OperationId, string>>> = {
  ...{
    createXapiStatements: statements,
    listXapiStatements: statements,
    putXapiStatement: statements,
  },
  ...{ getXapiState: byKey, putXapiState: byKey, mergeXapiState: byKey, deleteXapiState: byKey },
  ...{ getXapiAgentProfile: byKey, putXapiAgentProfile: byKey },
  ...{ mergeXapiAgentProfile: byKey, deleteXapiAgentProfile: byKey },
  ...{ getXapiActivityProfile: byKey, putXapiActivityProfile: byKey },
  ...{ mergeXapiActivityProfile: byKey, deleteXapiActivityProfile: byKey },
  ...{ getXapiActivity: byKey, getXapiPerson: byKey, getXapiAbout: 'asks nothing of the database' },
}

/** What a refusal is expected to say. */
export const refusal = (status: number, code: string, field?: string, fault?: string) => ({
  status,
  body: {
    error: { code, ...(field && { details: [{ field, ...(fault && { code: fault }) }] }) },
  },
})

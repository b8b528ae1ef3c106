/** The expected body of a refusal. */
export const refusal = (status: number, code: string, field?: string, fault?: string) => ({
  status,
  body: {
    error: { code, ...(field && { details: [{ field, ...(fault && { code: fault }) }] }) },
  },
})

import { takenAs } from '../kit/taken.ts'

/** A registration meets a member of that name or address. */
export const rejectTaken = takenAs({
  users_tenant_id_username_key_key: 'username',
  users_tenant_id_email_key_key: 'email',
})

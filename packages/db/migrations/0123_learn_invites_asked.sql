-- Addresses that asked for a link themselves are none that the purchase named, and are sent another one after a while,
-- also where the first mail failed.
alter table learn_cohort_invites
  add column is_asked boolean not null default false,
  add column renewed_at timestamptz;

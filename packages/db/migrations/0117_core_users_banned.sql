-- A filter of SCIM by `active` reads `scim_users.banned` since 0098, and nothing else looks for the banned by this index.
drop index users_banned;

-- A write that calls the outside holds no transaction while it waits: its key is claimed by a row without an
-- answer, which holds until it expires. holder is who runs the request: whoever has lost the row to
-- another one writes nothing any more.
alter table api_idempotency_keys
  alter column status drop not null,
  alter column body drop not null,
  add column holder uuid,
  add constraint api_idempotency_keys_answered
    check ((holder is null) = (status is not null) and (status is null) = (body is null));

-- Of a key's requests of one rate class, as rate_windows has it for all of them.
create table rate_class_windows (
  tenant_id bigint not null,
  key_id bigint not null,
  class text not null,
  window_start timestamptz not null,
  used integer not null,
  granted integer not null,
  primary key (tenant_id, key_id, class),
  foreign key (tenant_id, key_id) references api_keys (tenant_id, id) on delete cascade
) with (fillfactor = 50);
select isolate_tenant('rate_class_windows');

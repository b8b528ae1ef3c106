-- Of a member's requests under a session, as rate_windows has it for keys. key_id is the member.
create table member_windows (
  tenant_id bigint not null,
  key_id bigint not null,
  window_start timestamptz not null,
  used integer not null,
  granted integer not null,
  primary key (tenant_id, key_id),
  foreign key (tenant_id, key_id) references users (tenant_id, id) on delete cascade
) with (fillfactor = 50);
select isolate_tenant('member_windows');

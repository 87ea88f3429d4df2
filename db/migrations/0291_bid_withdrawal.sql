-- A bid that was loaded by mistake is withdrawn. It stays as it was loaded, and nobody of the house can read it again.

create table tender.bid_withdrawal (
  tenant_id uuid not null default kernel.here(),
  bid_id uuid not null,
  tender_id uuid not null,
  file_id uuid not null,
  letter text not null,
  vendor text not null,
  receipt text not null,
  because text not null constraint bid_withdrawal_says_why check (btrim(because) <> ''),
  withdrawn_at timestamptz not null,
  withdrawn_by uuid not null,
  constraint bid_withdrawal_pk primary key (tenant_id, bid_id),
  constraint bid_withdrawal_bid_fk foreign key (tenant_id, bid_id) references tender.bid (tenant_id, id),
  constraint bid_withdrawal_tender_fk foreign key (tenant_id, tender_id) references tender.tender (tenant_id, id),
  constraint bid_withdrawal_file_fk foreign key (tenant_id, file_id) references tender.file (tenant_id, id),
  constraint bid_withdrawal_by_fk foreign key (tenant_id, withdrawn_by) references org.employee (tenant_id, id)
);
create index bid_withdrawal_tender on tender.bid_withdrawal (tenant_id, tender_id);
create index bid_withdrawal_file on tender.bid_withdrawal (tenant_id, file_id);
create index bid_withdrawal_by on tender.bid_withdrawal (tenant_id, withdrawn_by);
comment on table tender.bid_withdrawal is 'A bid that was loaded by mistake: another bidder''s, a draft, the wrong file. What it said is hidden by the policies below; that it was loaded, and why it went, stays. Only ever added to.';
comment on column tender.bid_withdrawal.file_id is 'Its answer file, which cannot be fetched any more.';
comment on column tender.bid_withdrawal.letter is 'The letter it had; no other bid gets it.';
comment on column tender.bid_withdrawal.vendor is 'Whose it was said to be.';
comment on column tender.bid_withdrawal.receipt is 'The receipt it was loaded with; the right file may come with the same.';
call kernel.wall('tender.bid_withdrawal');
grant select, insert on tender.bid_withdrawal to rt_app;

-- Whatever asks for bids, answers or files never sees a withdrawn one: a query cannot forget it.
create policy bid_stands on tender.bid as restrictive for select
  using (not exists (select from tender.bid_withdrawal gone where gone.tenant_id = bid.tenant_id and gone.bid_id = bid.id));
create policy bid_stands on tender.answer as restrictive for select
  using (not exists (select from tender.bid_withdrawal gone where gone.tenant_id = answer.tenant_id and gone.bid_id = answer.bid_id));
create policy bid_stands on tender.file as restrictive for select
  using (not exists (select from tender.bid_withdrawal gone where gone.tenant_id = file.tenant_id and gone.file_id = file.id));

-- Of the bids that stand a receipt is used once; the tender is locked while that is looked up.
alter table tender.bid drop constraint bid_receipt_unique;
create index bid_receipt on tender.bid (tenant_id, tender_id, receipt);

-- Another way of working is the unit's leader's to say yes to: asked first, and settled only by that yes.
-- What was put so before without one waits for it.

alter table tender.gap drop constraint gap_state_known;
alter table tender.gap add constraint gap_state_known check (state in ('open', 'set-up', 'way-proposed', 'changed-way', 'with-vendor', 'adaptation', 'closed'));
alter table tender.gap add column agreed_by uuid, add column agreed_at timestamptz, add column refused_because text not null default '';
alter table tender.gap no force row level security;
update tender.gap set state = 'way-proposed' where state = 'changed-way';
alter table tender.gap force row level security;
alter table tender.gap add constraint gap_agreed_by_fk foreign key (tenant_id, agreed_by) references org.employee (tenant_id, id);
alter table tender.gap add constraint gap_way_has_yes check ((state = 'changed-way') = (agreed_by is not null) and (agreed_by is null) = (agreed_at is null));
create index gap_agreed_by on tender.gap (tenant_id, agreed_by);
comment on column tender.gap.state is 'open, set-up, way-proposed (the leader is asked), changed-way (the leader said yes), with-vendor, adaptation, closed.';
comment on column tender.gap.agreed_by is 'The leader of the unit who said yes to working otherwise.';
comment on column tender.gap.agreed_at is 'When the leader said so.';
comment on column tender.gap.refused_because is 'Why a leader said no, until another way is proposed.';

alter table tender.adaptation drop constraint adaptation_state_known;
alter table tender.adaptation add constraint adaptation_state_known check (state in ('proposed', 'ordered', 'declined', 'postponed', 'way-proposed', 'changed-way', 'delivered', 'accepted'));
alter table tender.adaptation add column asked_unit_id uuid, add column leader_id uuid, add column agreed_at timestamptz, add column refused_because text not null default '';
alter table tender.adaptation add constraint adaptation_asked_unit_fk foreign key (tenant_id, asked_unit_id) references org.unit (tenant_id, id);
alter table tender.adaptation add constraint adaptation_leader_fk foreign key (tenant_id, leader_id) references org.employee (tenant_id, id);
alter table tender.adaptation add constraint adaptation_way_asks check (state <> 'way-proposed' or asked_unit_id is not null);
alter table tender.adaptation add constraint adaptation_way_has_yes check (state <> 'changed-way' or leader_id is not null or agreed_by is not null);
create index adaptation_asked_unit on tender.adaptation (tenant_id, asked_unit_id);
create index adaptation_leader on tender.adaptation (tenant_id, leader_id);
comment on column tender.adaptation.state is 'proposed, ordered, declined, postponed, way-proposed (the leader is asked), changed-way (another way of working, the leader said yes), delivered, accepted.';
comment on column tender.adaptation.agreed_by is 'Who had said yes to another way of working, as it was written down before leaders said so themselves.';
comment on column tender.adaptation.asked_unit_id is 'The unit whose leader is asked to work otherwise.';
comment on column tender.adaptation.leader_id is 'The leader of that unit who said yes.';
comment on column tender.adaptation.agreed_at is 'When the leader said so.';
comment on column tender.adaptation.refused_because is 'Why a leader said no, until another way is proposed.';

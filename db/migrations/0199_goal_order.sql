-- A unit's goal follows from the authority's. Here, and not where goals are made, because orders came after.
alter table goals.goal add constraint goal_order_goal_fk foreign key (tenant_id, order_goal_id) references orders.order_goal (tenant_id, id);
create index goal_order_goal on goals.goal (tenant_id, order_goal_id) where order_goal_id is not null;

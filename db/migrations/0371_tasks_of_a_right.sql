-- A task for a role may be the doing of one right: whoever the right was taken from in that role has neither the task nor what it opens.

alter table tasks.task add column right_name text;
grant update (right_name) on tasks.task to rt_app;
comment on column tasks.task.right_name is 'Right that the role must still have at the unit to be asked; null: the role alone.';

update tasks.task set right_name = case kind
    when 'certification.floor' then 'certification.answer'
    when 'certification.above' then 'certification.answer'
    when 'oversight.review' then 'oversight.review'
    when 'oversight.misuse' then 'oversight.audit'
    when 'access.review-emergency' then 'access.oversee'
    when 'reports.approve' then 'reports.approve' end
  where role is not null and done_at is null
    and kind in ('certification.floor', 'certification.above', 'oversight.review', 'oversight.misuse', 'access.review-emergency', 'reports.approve');

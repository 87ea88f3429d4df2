-- An owner that is no superuser can become the sealer: from PostgreSQL 16 on, having made a role is not enough.
do $$ begin execute format('grant rt_sealer to %I', current_user); end $$;

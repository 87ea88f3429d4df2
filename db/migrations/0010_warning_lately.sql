-- What was said of warnings lately is read by every handover: by its time, not by going through all warnings.
create index warning_lately on citizens.warning (tenant_id, greatest(written_at, ended_at));

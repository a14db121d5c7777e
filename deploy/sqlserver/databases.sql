-- The databases, a login for each program and its rights in them. It makes what is missing and sets the passwords, so it may run again and again.
-- sqlcmd takes the passwords from the environment: IntakePassword, ShipmentPassword, DistributionPassword, TrackingPassword and PortalPassword,
-- without an apostrophe in them.
--
--     sqlcmd -S server -U sa -b -i databases.sql

use master;

if suser_id(N'logistics_intake') is null create login logistics_intake with password = N'$(IntakePassword)';
else alter login logistics_intake with password = N'$(IntakePassword)';
if suser_id(N'logistics_shipment') is null create login logistics_shipment with password = N'$(ShipmentPassword)';
else alter login logistics_shipment with password = N'$(ShipmentPassword)';
if suser_id(N'logistics_distribution') is null create login logistics_distribution with password = N'$(DistributionPassword)';
else alter login logistics_distribution with password = N'$(DistributionPassword)';
if suser_id(N'logistics_tracking') is null create login logistics_tracking with password = N'$(TrackingPassword)';
else alter login logistics_tracking with password = N'$(TrackingPassword)';
if suser_id(N'logistics_portal') is null create login logistics_portal with password = N'$(PortalPassword)';
else alter login logistics_portal with password = N'$(PortalPassword)';

if db_id(N'logistics_intake') is null create database logistics_intake collate Latin1_General_100_BIN2;
if db_id(N'logistics_shipment') is null create database logistics_shipment collate Latin1_General_100_BIN2;
if db_id(N'logistics_distribution') is null create database logistics_distribution collate Latin1_General_100_BIN2;
if db_id(N'logistics_tracking') is null create database logistics_tracking collate Latin1_General_100_BIN2;
if db_id(N'logistics_portal') is null create database logistics_portal collate Latin1_General_100_BIN2;
if db_id(N'logistics_accounts') is null create database logistics_accounts collate Latin1_General_100_BIN2;
go

-- Readers see what is committed and wait for no writer. Switching it on ends whatever runs there, so only where it is off.
if exists (select 1 from sys.databases where name = N'logistics_intake' and is_read_committed_snapshot_on = 0)
    alter database logistics_intake set read_committed_snapshot on with rollback immediate;
if exists (select 1 from sys.databases where name = N'logistics_shipment' and is_read_committed_snapshot_on = 0)
    alter database logistics_shipment set read_committed_snapshot on with rollback immediate;
if exists (select 1 from sys.databases where name = N'logistics_distribution' and is_read_committed_snapshot_on = 0)
    alter database logistics_distribution set read_committed_snapshot on with rollback immediate;
if exists (select 1 from sys.databases where name = N'logistics_tracking' and is_read_committed_snapshot_on = 0)
    alter database logistics_tracking set read_committed_snapshot on with rollback immediate;
if exists (select 1 from sys.databases where name = N'logistics_portal' and is_read_committed_snapshot_on = 0)
    alter database logistics_portal set read_committed_snapshot on with rollback immediate;
if exists (select 1 from sys.databases where name = N'logistics_accounts' and is_read_committed_snapshot_on = 0)
    alter database logistics_accounts set read_committed_snapshot on with rollback immediate;
go

-- Copies are whole and of one moment (backup.sql), so the transaction logs need not be kept; without this they grow until the disk is full.
alter database logistics_intake set recovery simple;
alter database logistics_shipment set recovery simple;
alter database logistics_distribution set recovery simple;
alter database logistics_tracking set recovery simple;
alter database logistics_portal set recovery simple;
alter database logistics_accounts set recovery simple;
go

-- A program reads and writes its own tables, and makes them when it starts. After a restore its user belongs to the login again.
use logistics_intake;
if user_id(N'logistics_intake') is null create user logistics_intake for login logistics_intake;
else alter user logistics_intake with login = logistics_intake;
alter role db_datareader add member logistics_intake;
alter role db_datawriter add member logistics_intake;
alter role db_ddladmin add member logistics_intake;
go

use logistics_shipment;
if user_id(N'logistics_shipment') is null create user logistics_shipment for login logistics_shipment;
else alter user logistics_shipment with login = logistics_shipment;
alter role db_datareader add member logistics_shipment;
alter role db_datawriter add member logistics_shipment;
alter role db_ddladmin add member logistics_shipment;
go

use logistics_distribution;
if user_id(N'logistics_distribution') is null create user logistics_distribution for login logistics_distribution;
else alter user logistics_distribution with login = logistics_distribution;
alter role db_datareader add member logistics_distribution;
alter role db_datawriter add member logistics_distribution;
alter role db_ddladmin add member logistics_distribution;
go

use logistics_tracking;
if user_id(N'logistics_tracking') is null create user logistics_tracking for login logistics_tracking;
else alter user logistics_tracking with login = logistics_tracking;
alter role db_datareader add member logistics_tracking;
alter role db_datawriter add member logistics_tracking;
alter role db_ddladmin add member logistics_tracking;
go

use logistics_portal;
if user_id(N'logistics_portal') is null create user logistics_portal for login logistics_portal;
else alter user logistics_portal with login = logistics_portal;
alter role db_datareader add member logistics_portal;
alter role db_datawriter add member logistics_portal;
alter role db_ddladmin add member logistics_portal;
go

use logistics_accounts;
if user_id(N'logistics_portal') is null create user logistics_portal for login logistics_portal;
else alter user logistics_portal with login = logistics_portal;
alter role db_datareader add member logistics_portal;
alter role db_datawriter add member logistics_portal;
alter role db_ddladmin add member logistics_portal;
go

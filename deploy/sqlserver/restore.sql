-- Puts the databases back as backup.sql kept them, in place of those that are there. No program may run meanwhile.
-- On another server run databases.sql afterwards, so that users and logins find each other.
--
--     Folder=/var/opt/mssql/backup/2020-05-15 sqlcmd -S server -U sa -b -i restore.sql

use master;

restore database logistics_intake from disk = N'$(Folder)/logistics_intake.bak' with replace, checksum;
restore database logistics_shipment from disk = N'$(Folder)/logistics_shipment.bak' with replace, checksum;
restore database logistics_distribution from disk = N'$(Folder)/logistics_distribution.bak' with replace, checksum;
restore database logistics_tracking from disk = N'$(Folder)/logistics_tracking.bak' with replace, checksum;
restore database logistics_portal from disk = N'$(Folder)/logistics_portal.bak' with replace, checksum;
restore database logistics_accounts from disk = N'$(Folder)/logistics_accounts.bak' with replace, checksum;

-- Backs every database up to a folder of the server, which the variable Folder names: a new one for each night, so that the last good copy stays until
-- this one is. No program may run meanwhile: each database tells how far it has read the others.
--
--     Folder=/var/opt/mssql/backup/2020-05-15 sqlcmd -S server -U sa -b -i backup.sql

backup database logistics_accounts to disk = N'$(Folder)/logistics_accounts.bak' with init, checksum;
backup database logistics_portal to disk = N'$(Folder)/logistics_portal.bak' with init, checksum;
backup database logistics_tracking to disk = N'$(Folder)/logistics_tracking.bak' with init, checksum;
backup database logistics_distribution to disk = N'$(Folder)/logistics_distribution.bak' with init, checksum;
backup database logistics_shipment to disk = N'$(Folder)/logistics_shipment.bak' with init, checksum;
backup database logistics_intake to disk = N'$(Folder)/logistics_intake.bak' with init, checksum;

restore verifyonly from disk = N'$(Folder)/logistics_accounts.bak' with checksum;
restore verifyonly from disk = N'$(Folder)/logistics_portal.bak' with checksum;
restore verifyonly from disk = N'$(Folder)/logistics_tracking.bak' with checksum;
restore verifyonly from disk = N'$(Folder)/logistics_distribution.bak' with checksum;
restore verifyonly from disk = N'$(Folder)/logistics_shipment.bak' with checksum;
restore verifyonly from disk = N'$(Folder)/logistics_intake.bak' with checksum;

-- The municipalities by SCB's code, with the days they hold; a client's home municipality is one of them, and what is kept for
-- research goes by code. Data, since municipalities split and change names, and the ordinance may change (L8).
CREATE TABLE municipalities (
  -- SCB's four digits, of which the first two are the county; or abroad, or unknown.
  code       TEXT NOT NULL CHECK (code IN ('abroad', 'unknown') OR code GLOB '[0-9][0-9][0-9][0-9]'),
  name       TEXT NOT NULL,
  -- Empty where there is none.
  county     TEXT NOT NULL,
  -- The first and the last day: one that is renamed has a row for each name. 1900-01-01: before anyone who is in a binder.
  from_on    TEXT NOT NULL CHECK (from_on GLOB '????-??-??'),
  to_on      TEXT CHECK (to_on >= from_on AND to_on GLOB '????-??-??'),
  PRIMARY KEY (code, from_on)
) STRICT, WITHOUT ROWID;

INSERT INTO municipalities (code, name, county, from_on) VALUES
  ('0114', 'Upplands Väsby', 'Stockholms län', '1900-01-01'), ('0115', 'Vallentuna', 'Stockholms län', '1900-01-01'),
  ('0117', 'Österåker', 'Stockholms län', '1900-01-01'), ('0120', 'Värmdö', 'Stockholms län', '1900-01-01'),
  ('0123', 'Järfälla', 'Stockholms län', '1900-01-01'), ('0125', 'Ekerö', 'Stockholms län', '1900-01-01'),
  ('0126', 'Huddinge', 'Stockholms län', '1900-01-01'), ('0127', 'Botkyrka', 'Stockholms län', '1900-01-01'),
  ('0128', 'Salem', 'Stockholms län', '1900-01-01'), ('0136', 'Haninge', 'Stockholms län', '1900-01-01'),
  ('0138', 'Tyresö', 'Stockholms län', '1900-01-01'), ('0139', 'Upplands-Bro', 'Stockholms län', '1900-01-01'),
  ('0140', 'Nykvarn', 'Stockholms län', '1900-01-01'), ('0160', 'Täby', 'Stockholms län', '1900-01-01'),
  ('0162', 'Danderyd', 'Stockholms län', '1900-01-01'), ('0163', 'Sollentuna', 'Stockholms län', '1900-01-01'),
  ('0180', 'Stockholm', 'Stockholms län', '1900-01-01'), ('0181', 'Södertälje', 'Stockholms län', '1900-01-01'),
  ('0182', 'Nacka', 'Stockholms län', '1900-01-01'), ('0183', 'Sundbyberg', 'Stockholms län', '1900-01-01'),
  ('0184', 'Solna', 'Stockholms län', '1900-01-01'), ('0186', 'Lidingö', 'Stockholms län', '1900-01-01'),
  ('0187', 'Vaxholm', 'Stockholms län', '1900-01-01'), ('0188', 'Norrtälje', 'Stockholms län', '1900-01-01'),
  ('0191', 'Sigtuna', 'Stockholms län', '1900-01-01'), ('0192', 'Nynäshamn', 'Stockholms län', '1900-01-01'),
  ('0305', 'Håbo', 'Uppsala län', '1900-01-01'), ('0319', 'Älvkarleby', 'Uppsala län', '1900-01-01'),
  ('0330', 'Knivsta', 'Uppsala län', '1900-01-01'), ('0331', 'Heby', 'Uppsala län', '1900-01-01'),
  ('0360', 'Tierp', 'Uppsala län', '1900-01-01'), ('0380', 'Uppsala', 'Uppsala län', '1900-01-01'),
  ('0381', 'Enköping', 'Uppsala län', '1900-01-01'), ('0382', 'Östhammar', 'Uppsala län', '1900-01-01'),
  ('0428', 'Vingåker', 'Södermanlands län', '1900-01-01'), ('0461', 'Gnesta', 'Södermanlands län', '1900-01-01'),
  ('0480', 'Nyköping', 'Södermanlands län', '1900-01-01'), ('0481', 'Oxelösund', 'Södermanlands län', '1900-01-01'),
  ('0482', 'Flen', 'Södermanlands län', '1900-01-01'), ('0483', 'Katrineholm', 'Södermanlands län', '1900-01-01'),
  ('0484', 'Eskilstuna', 'Södermanlands län', '1900-01-01'), ('0486', 'Strängnäs', 'Södermanlands län', '1900-01-01'),
  ('0488', 'Trosa', 'Södermanlands län', '1900-01-01'), ('0509', 'Ödeshög', 'Östergötlands län', '1900-01-01'),
  ('0512', 'Ydre', 'Östergötlands län', '1900-01-01'), ('0513', 'Kinda', 'Östergötlands län', '1900-01-01'),
  ('0560', 'Boxholm', 'Östergötlands län', '1900-01-01'), ('0561', 'Åtvidaberg', 'Östergötlands län', '1900-01-01'),
  ('0562', 'Finspång', 'Östergötlands län', '1900-01-01'), ('0563', 'Valdemarsvik', 'Östergötlands län', '1900-01-01'),
  ('0580', 'Linköping', 'Östergötlands län', '1900-01-01'), ('0581', 'Norrköping', 'Östergötlands län', '1900-01-01'),
  ('0582', 'Söderköping', 'Östergötlands län', '1900-01-01'), ('0583', 'Motala', 'Östergötlands län', '1900-01-01'),
  ('0584', 'Vadstena', 'Östergötlands län', '1900-01-01'), ('0586', 'Mjölby', 'Östergötlands län', '1900-01-01'),
  ('0604', 'Aneby', 'Jönköpings län', '1900-01-01'), ('0617', 'Gnosjö', 'Jönköpings län', '1900-01-01'),
  ('0642', 'Mullsjö', 'Jönköpings län', '1900-01-01'), ('0643', 'Habo', 'Jönköpings län', '1900-01-01'),
  ('0662', 'Gislaved', 'Jönköpings län', '1900-01-01'), ('0665', 'Vaggeryd', 'Jönköpings län', '1900-01-01'),
  ('0680', 'Jönköping', 'Jönköpings län', '1900-01-01'), ('0682', 'Nässjö', 'Jönköpings län', '1900-01-01'),
  ('0683', 'Värnamo', 'Jönköpings län', '1900-01-01'), ('0684', 'Sävsjö', 'Jönköpings län', '1900-01-01'),
  ('0685', 'Vetlanda', 'Jönköpings län', '1900-01-01'), ('0686', 'Eksjö', 'Jönköpings län', '1900-01-01'),
  ('0687', 'Tranås', 'Jönköpings län', '1900-01-01'), ('0760', 'Uppvidinge', 'Kronobergs län', '1900-01-01'),
  ('0761', 'Lessebo', 'Kronobergs län', '1900-01-01'), ('0763', 'Tingsryd', 'Kronobergs län', '1900-01-01'),
  ('0764', 'Alvesta', 'Kronobergs län', '1900-01-01'), ('0765', 'Älmhult', 'Kronobergs län', '1900-01-01'),
  ('0767', 'Markaryd', 'Kronobergs län', '1900-01-01'), ('0780', 'Växjö', 'Kronobergs län', '1900-01-01'),
  ('0781', 'Ljungby', 'Kronobergs län', '1900-01-01'), ('0821', 'Högsby', 'Kalmar län', '1900-01-01'),
  ('0834', 'Torsås', 'Kalmar län', '1900-01-01'), ('0840', 'Mörbylånga', 'Kalmar län', '1900-01-01'),
  ('0860', 'Hultsfred', 'Kalmar län', '1900-01-01'), ('0861', 'Mönsterås', 'Kalmar län', '1900-01-01'),
  ('0862', 'Emmaboda', 'Kalmar län', '1900-01-01'), ('0880', 'Kalmar', 'Kalmar län', '1900-01-01'),
  ('0881', 'Nybro', 'Kalmar län', '1900-01-01'), ('0882', 'Oskarshamn', 'Kalmar län', '1900-01-01'),
  ('0883', 'Västervik', 'Kalmar län', '1900-01-01'), ('0884', 'Vimmerby', 'Kalmar län', '1900-01-01'),
  ('0885', 'Borgholm', 'Kalmar län', '1900-01-01'), ('0980', 'Gotland', 'Gotlands län', '1900-01-01'),
  ('1060', 'Olofström', 'Blekinge län', '1900-01-01'), ('1080', 'Karlskrona', 'Blekinge län', '1900-01-01'),
  ('1081', 'Ronneby', 'Blekinge län', '1900-01-01'), ('1082', 'Karlshamn', 'Blekinge län', '1900-01-01'),
  ('1083', 'Sölvesborg', 'Blekinge län', '1900-01-01'), ('1214', 'Svalöv', 'Skåne län', '1900-01-01'),
  ('1230', 'Staffanstorp', 'Skåne län', '1900-01-01'), ('1231', 'Burlöv', 'Skåne län', '1900-01-01'),
  ('1233', 'Vellinge', 'Skåne län', '1900-01-01'), ('1256', 'Östra Göinge', 'Skåne län', '1900-01-01'),
  ('1257', 'Örkelljunga', 'Skåne län', '1900-01-01'), ('1260', 'Bjuv', 'Skåne län', '1900-01-01'),
  ('1261', 'Kävlinge', 'Skåne län', '1900-01-01'), ('1262', 'Lomma', 'Skåne län', '1900-01-01'),
  ('1263', 'Svedala', 'Skåne län', '1900-01-01'), ('1264', 'Skurup', 'Skåne län', '1900-01-01'),
  ('1265', 'Sjöbo', 'Skåne län', '1900-01-01'), ('1266', 'Hörby', 'Skåne län', '1900-01-01'),
  ('1267', 'Höör', 'Skåne län', '1900-01-01'), ('1270', 'Tomelilla', 'Skåne län', '1900-01-01'),
  ('1272', 'Bromölla', 'Skåne län', '1900-01-01'), ('1273', 'Osby', 'Skåne län', '1900-01-01'),
  ('1275', 'Perstorp', 'Skåne län', '1900-01-01'), ('1276', 'Klippan', 'Skåne län', '1900-01-01'),
  ('1277', 'Åstorp', 'Skåne län', '1900-01-01'), ('1278', 'Båstad', 'Skåne län', '1900-01-01'),
  ('1280', 'Malmö', 'Skåne län', '1900-01-01'), ('1281', 'Lund', 'Skåne län', '1900-01-01'),
  ('1282', 'Landskrona', 'Skåne län', '1900-01-01'), ('1283', 'Helsingborg', 'Skåne län', '1900-01-01'),
  ('1284', 'Höganäs', 'Skåne län', '1900-01-01'), ('1285', 'Eslöv', 'Skåne län', '1900-01-01'),
  ('1286', 'Ystad', 'Skåne län', '1900-01-01'), ('1287', 'Trelleborg', 'Skåne län', '1900-01-01'),
  ('1290', 'Kristianstad', 'Skåne län', '1900-01-01'), ('1291', 'Simrishamn', 'Skåne län', '1900-01-01'),
  ('1292', 'Ängelholm', 'Skåne län', '1900-01-01'), ('1293', 'Hässleholm', 'Skåne län', '1900-01-01'),
  ('1315', 'Hylte', 'Hallands län', '1900-01-01'), ('1380', 'Halmstad', 'Hallands län', '1900-01-01'),
  ('1381', 'Laholm', 'Hallands län', '1900-01-01'), ('1382', 'Falkenberg', 'Hallands län', '1900-01-01'),
  ('1383', 'Varberg', 'Hallands län', '1900-01-01'), ('1384', 'Kungsbacka', 'Hallands län', '1900-01-01'),
  ('1401', 'Härryda', 'Västra Götalands län', '1900-01-01'), ('1402', 'Partille', 'Västra Götalands län', '1900-01-01'),
  ('1407', 'Öckerö', 'Västra Götalands län', '1900-01-01'), ('1415', 'Stenungsund', 'Västra Götalands län', '1900-01-01'),
  ('1419', 'Tjörn', 'Västra Götalands län', '1900-01-01'), ('1421', 'Orust', 'Västra Götalands län', '1900-01-01'),
  ('1427', 'Sotenäs', 'Västra Götalands län', '1900-01-01'), ('1430', 'Munkedal', 'Västra Götalands län', '1900-01-01'),
  ('1435', 'Tanum', 'Västra Götalands län', '1900-01-01'), ('1438', 'Dals-Ed', 'Västra Götalands län', '1900-01-01'),
  ('1439', 'Färgelanda', 'Västra Götalands län', '1900-01-01'), ('1440', 'Ale', 'Västra Götalands län', '1900-01-01'),
  ('1441', 'Lerum', 'Västra Götalands län', '1900-01-01'), ('1442', 'Vårgårda', 'Västra Götalands län', '1900-01-01'),
  ('1443', 'Bollebygd', 'Västra Götalands län', '1900-01-01'), ('1444', 'Grästorp', 'Västra Götalands län', '1900-01-01'),
  ('1445', 'Essunga', 'Västra Götalands län', '1900-01-01'), ('1446', 'Karlsborg', 'Västra Götalands län', '1900-01-01'),
  ('1447', 'Gullspång', 'Västra Götalands län', '1900-01-01'), ('1452', 'Tranemo', 'Västra Götalands län', '1900-01-01'),
  ('1460', 'Bengtsfors', 'Västra Götalands län', '1900-01-01'), ('1461', 'Mellerud', 'Västra Götalands län', '1900-01-01'),
  ('1462', 'Lilla Edet', 'Västra Götalands län', '1900-01-01'), ('1463', 'Mark', 'Västra Götalands län', '1900-01-01'),
  ('1465', 'Svenljunga', 'Västra Götalands län', '1900-01-01'), ('1466', 'Herrljunga', 'Västra Götalands län', '1900-01-01'),
  ('1470', 'Vara', 'Västra Götalands län', '1900-01-01'), ('1471', 'Götene', 'Västra Götalands län', '1900-01-01'),
  ('1472', 'Tibro', 'Västra Götalands län', '1900-01-01'), ('1473', 'Töreboda', 'Västra Götalands län', '1900-01-01'),
  ('1480', 'Göteborg', 'Västra Götalands län', '1900-01-01'), ('1481', 'Mölndal', 'Västra Götalands län', '1900-01-01'),
  ('1482', 'Kungälv', 'Västra Götalands län', '1900-01-01'), ('1484', 'Lysekil', 'Västra Götalands län', '1900-01-01'),
  ('1485', 'Uddevalla', 'Västra Götalands län', '1900-01-01'), ('1486', 'Strömstad', 'Västra Götalands län', '1900-01-01'),
  ('1487', 'Vänersborg', 'Västra Götalands län', '1900-01-01'), ('1488', 'Trollhättan', 'Västra Götalands län', '1900-01-01'),
  ('1489', 'Alingsås', 'Västra Götalands län', '1900-01-01'), ('1490', 'Borås', 'Västra Götalands län', '1900-01-01'),
  ('1491', 'Ulricehamn', 'Västra Götalands län', '1900-01-01'), ('1492', 'Åmål', 'Västra Götalands län', '1900-01-01'),
  ('1493', 'Mariestad', 'Västra Götalands län', '1900-01-01'), ('1494', 'Lidköping', 'Västra Götalands län', '1900-01-01'),
  ('1495', 'Skara', 'Västra Götalands län', '1900-01-01'), ('1496', 'Skövde', 'Västra Götalands län', '1900-01-01'),
  ('1497', 'Hjo', 'Västra Götalands län', '1900-01-01'), ('1498', 'Tidaholm', 'Västra Götalands län', '1900-01-01'),
  ('1499', 'Falköping', 'Västra Götalands län', '1900-01-01'), ('1715', 'Kil', 'Värmlands län', '1900-01-01'),
  ('1730', 'Eda', 'Värmlands län', '1900-01-01'), ('1737', 'Torsby', 'Värmlands län', '1900-01-01'),
  ('1760', 'Storfors', 'Värmlands län', '1900-01-01'), ('1761', 'Hammarö', 'Värmlands län', '1900-01-01'),
  ('1762', 'Munkfors', 'Värmlands län', '1900-01-01'), ('1763', 'Forshaga', 'Värmlands län', '1900-01-01'),
  ('1764', 'Grums', 'Värmlands län', '1900-01-01'), ('1765', 'Årjäng', 'Värmlands län', '1900-01-01'),
  ('1766', 'Sunne', 'Värmlands län', '1900-01-01'), ('1780', 'Karlstad', 'Värmlands län', '1900-01-01'),
  ('1781', 'Kristinehamn', 'Värmlands län', '1900-01-01'), ('1782', 'Filipstad', 'Värmlands län', '1900-01-01'),
  ('1783', 'Hagfors', 'Värmlands län', '1900-01-01'), ('1784', 'Arvika', 'Värmlands län', '1900-01-01'),
  ('1785', 'Säffle', 'Värmlands län', '1900-01-01'), ('1814', 'Lekeberg', 'Örebro län', '1900-01-01'),
  ('1860', 'Laxå', 'Örebro län', '1900-01-01'), ('1861', 'Hallsberg', 'Örebro län', '1900-01-01'),
  ('1862', 'Degerfors', 'Örebro län', '1900-01-01'), ('1863', 'Hällefors', 'Örebro län', '1900-01-01'),
  ('1864', 'Ljusnarsberg', 'Örebro län', '1900-01-01'), ('1880', 'Örebro', 'Örebro län', '1900-01-01'),
  ('1881', 'Kumla', 'Örebro län', '1900-01-01'), ('1882', 'Askersund', 'Örebro län', '1900-01-01'),
  ('1883', 'Karlskoga', 'Örebro län', '1900-01-01'), ('1884', 'Nora', 'Örebro län', '1900-01-01'),
  ('1885', 'Lindesberg', 'Örebro län', '1900-01-01'), ('1904', 'Skinnskatteberg', 'Västmanlands län', '1900-01-01'),
  ('1907', 'Surahammar', 'Västmanlands län', '1900-01-01'), ('1960', 'Kungsör', 'Västmanlands län', '1900-01-01'),
  ('1961', 'Hallstahammar', 'Västmanlands län', '1900-01-01'), ('1962', 'Norberg', 'Västmanlands län', '1900-01-01'),
  ('1980', 'Västerås', 'Västmanlands län', '1900-01-01'), ('1981', 'Sala', 'Västmanlands län', '1900-01-01'),
  ('1982', 'Fagersta', 'Västmanlands län', '1900-01-01'), ('1983', 'Köping', 'Västmanlands län', '1900-01-01'),
  ('1984', 'Arboga', 'Västmanlands län', '1900-01-01'), ('2021', 'Vansbro', 'Dalarnas län', '1900-01-01'),
  ('2023', 'Malung-Sälen', 'Dalarnas län', '1900-01-01'), ('2026', 'Gagnef', 'Dalarnas län', '1900-01-01'),
  ('2029', 'Leksand', 'Dalarnas län', '1900-01-01'), ('2031', 'Rättvik', 'Dalarnas län', '1900-01-01'),
  ('2034', 'Orsa', 'Dalarnas län', '1900-01-01'), ('2039', 'Älvdalen', 'Dalarnas län', '1900-01-01'),
  ('2061', 'Smedjebacken', 'Dalarnas län', '1900-01-01'), ('2062', 'Mora', 'Dalarnas län', '1900-01-01'),
  ('2080', 'Falun', 'Dalarnas län', '1900-01-01'), ('2081', 'Borlänge', 'Dalarnas län', '1900-01-01'),
  ('2082', 'Säter', 'Dalarnas län', '1900-01-01'), ('2083', 'Hedemora', 'Dalarnas län', '1900-01-01'),
  ('2084', 'Avesta', 'Dalarnas län', '1900-01-01'), ('2085', 'Ludvika', 'Dalarnas län', '1900-01-01'),
  ('2101', 'Ockelbo', 'Gävleborgs län', '1900-01-01'), ('2104', 'Hofors', 'Gävleborgs län', '1900-01-01'),
  ('2121', 'Ovanåker', 'Gävleborgs län', '1900-01-01'), ('2132', 'Nordanstig', 'Gävleborgs län', '1900-01-01'),
  ('2161', 'Ljusdal', 'Gävleborgs län', '1900-01-01'), ('2180', 'Gävle', 'Gävleborgs län', '1900-01-01'),
  ('2181', 'Sandviken', 'Gävleborgs län', '1900-01-01'), ('2182', 'Söderhamn', 'Gävleborgs län', '1900-01-01'),
  ('2183', 'Bollnäs', 'Gävleborgs län', '1900-01-01'), ('2184', 'Hudiksvall', 'Gävleborgs län', '1900-01-01'),
  ('2260', 'Ånge', 'Västernorrlands län', '1900-01-01'), ('2262', 'Timrå', 'Västernorrlands län', '1900-01-01'),
  ('2280', 'Härnösand', 'Västernorrlands län', '1900-01-01'), ('2281', 'Sundsvall', 'Västernorrlands län', '1900-01-01'),
  ('2282', 'Kramfors', 'Västernorrlands län', '1900-01-01'), ('2283', 'Sollefteå', 'Västernorrlands län', '1900-01-01'),
  ('2284', 'Örnsköldsvik', 'Västernorrlands län', '1900-01-01'), ('2303', 'Ragunda', 'Jämtlands län', '1900-01-01'),
  ('2305', 'Bräcke', 'Jämtlands län', '1900-01-01'), ('2309', 'Krokom', 'Jämtlands län', '1900-01-01'),
  ('2313', 'Strömsund', 'Jämtlands län', '1900-01-01'), ('2321', 'Åre', 'Jämtlands län', '1900-01-01'),
  ('2326', 'Berg', 'Jämtlands län', '1900-01-01'), ('2361', 'Härjedalen', 'Jämtlands län', '1900-01-01'),
  ('2380', 'Östersund', 'Jämtlands län', '1900-01-01'), ('2401', 'Nordmaling', 'Västerbottens län', '1900-01-01'),
  ('2403', 'Bjurholm', 'Västerbottens län', '1900-01-01'), ('2404', 'Vindeln', 'Västerbottens län', '1900-01-01'),
  ('2409', 'Robertsfors', 'Västerbottens län', '1900-01-01'), ('2417', 'Norsjö', 'Västerbottens län', '1900-01-01'),
  ('2418', 'Malå', 'Västerbottens län', '1900-01-01'), ('2421', 'Storuman', 'Västerbottens län', '1900-01-01'),
  ('2422', 'Sorsele', 'Västerbottens län', '1900-01-01'), ('2425', 'Dorotea', 'Västerbottens län', '1900-01-01'),
  ('2460', 'Vännäs', 'Västerbottens län', '1900-01-01'), ('2462', 'Vilhelmina', 'Västerbottens län', '1900-01-01'),
  ('2463', 'Åsele', 'Västerbottens län', '1900-01-01'), ('2480', 'Umeå', 'Västerbottens län', '1900-01-01'),
  ('2481', 'Lycksele', 'Västerbottens län', '1900-01-01'), ('2482', 'Skellefteå', 'Västerbottens län', '1900-01-01'),
  ('2505', 'Arvidsjaur', 'Norrbottens län', '1900-01-01'), ('2506', 'Arjeplog', 'Norrbottens län', '1900-01-01'),
  ('2510', 'Jokkmokk', 'Norrbottens län', '1900-01-01'), ('2513', 'Överkalix', 'Norrbottens län', '1900-01-01'),
  ('2514', 'Kalix', 'Norrbottens län', '1900-01-01'), ('2518', 'Övertorneå', 'Norrbottens län', '1900-01-01'),
  ('2521', 'Pajala', 'Norrbottens län', '1900-01-01'), ('2523', 'Gällivare', 'Norrbottens län', '1900-01-01'),
  ('2560', 'Älvsbyn', 'Norrbottens län', '1900-01-01'), ('2580', 'Luleå', 'Norrbottens län', '1900-01-01'),
  ('2581', 'Piteå', 'Norrbottens län', '1900-01-01'), ('2582', 'Boden', 'Norrbottens län', '1900-01-01'),
  ('2583', 'Haparanda', 'Norrbottens län', '1900-01-01'), ('2584', 'Kiruna', 'Norrbottens län', '1900-01-01'),
  ('abroad', 'Utomlands', '', '1900-01-01'), ('unknown', 'Okänd', '', '1900-01-01');

-- Where all records are kept for research: a municipality by its four digits, or a whole county by its two, so that one that
-- splits is still kept. SoF (2025:468) 13 kap. 1 §: the counties of Östergötland, Gotland and Västernorrland, and Göteborg.
CREATE TABLE research_areas (
  code       TEXT NOT NULL CHECK (code GLOB '[0-9][0-9]' OR code GLOB '[0-9][0-9][0-9][0-9]'),
  from_on    TEXT NOT NULL CHECK (from_on GLOB '????-??-??'),
  to_on      TEXT CHECK (to_on >= from_on AND to_on GLOB '????-??-??'),
  PRIMARY KEY (code, from_on)
) STRICT, WITHOUT ROWID;

INSERT INTO research_areas (code, from_on) VALUES
  ('05', '1900-01-01'), ('09', '1900-01-01'), ('22', '1900-01-01'), ('1480', '1900-01-01');
DROP TABLE kept_for_research; -- the same by name

-- Elsewhere those born on these days of any month are kept. Source: as above.
CREATE TABLE research_birth_days (
  day_of_month INTEGER NOT NULL CHECK (day_of_month BETWEEN 1 AND 31),
  from_on      TEXT    NOT NULL CHECK (from_on GLOB '????-??-??'),
  to_on        TEXT    CHECK (to_on >= from_on AND to_on GLOB '????-??-??'),
  PRIMARY KEY (day_of_month, from_on)
) STRICT, WITHOUT ROWID;

INSERT INTO research_birth_days (day_of_month, from_on) VALUES (5, '1900-01-01'), (15, '1900-01-01'), (25, '1900-01-01');

-- What was written as the home municipality and could not be read as one. Stays until someone has chosen.
ALTER TABLE clients ADD COLUMN unread_municipality TEXT NOT NULL DEFAULT '';

-- Free text until now; from here on a code. read_municipality: main/contract/readMunicipality.ts.
UPDATE clients
SET home_municipality = coalesce(read.code, 'unknown'), unread_municipality = iif(read.code IS NULL, clients.home_municipality, '')
FROM (
  SELECT id, read_municipality(home_municipality, (SELECT json_group_array(json_object('code', code, 'name', name)) FROM municipalities)) AS code
  FROM clients
) read
WHERE read.id = clients.id;

CREATE INDEX clients_with_unread_municipality ON clients (id) WHERE unread_municipality <> '';

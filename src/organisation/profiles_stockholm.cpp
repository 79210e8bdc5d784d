#include "organisation/profiles_stockholm.h"

namespace lots::organisation {

// How it was in the spring of 2012, by the memorandum of that year (S4). A historic example: districts, units, names of agencies and
// police areas have changed since, and what it says of intervention and coordinators is the other settings'.
//   S4-19 The coordinator is a social worker of the investigating or the outpatient unit: not of the reception.
//   S4-31 Spånga-Tensta: the investigating unit nominates and decides, the family resource carries out; one police area. Whoever is best
//   placed with the young person and the parents collects the consent.
//   S4-32 Hässelby-Vällingby: voluntary organisations, businesses and housing companies beside the agencies.
//   S4-33 Rinkeby-Kista: two police areas in one district.
//   S4-34 Skarpnäck: police or social services propose, the investigating unit decides, the resource unit carries out.
//   S4-35 to S4-37 Skärholmen, Enskede-Årsta-Vantör, Farsta: on their way.
//   S4-38a to S4-38e Kungsholmen, Norrmalm, Södermalm, Östermalm and Lidingö share a working group. Lidingö's cases are Lidingö's own
//   (S0-09): it is a municipality of its own, and sits in the group as an agency from elsewhere.
// The city's socialförvaltning coordinates and has no cases; those are the district boards', each a secrecy area of its own.
const std::string_view stockholm_2012 = R"json({
 "name": "stockholm-2012", "historic_example": true, "plan_word": "handlingsplan", "youngest_years": 15, "oldest_years": 25,
 "target_group": "Unga som det finns en stark social oro kring när det gäller skola, umgänge och kriminalitet.",
 "working_group_word": "operativ grupp", "collecting_agencies": ["police", "school"],
 "coordinator_units": ["spanga-tensta-utredning", "spanga-tensta-familjeresurs", "hasselby-vallingby-utredning", "hasselby-vallingby-resurs",
  "rinkeby-kista-utredning", "rinkeby-kista-resurs", "skarpnack-utredning", "skarpnack-resurs", "skarholmen-utredning",
  "enskede-arsta-vantor-utredning", "farsta-utredning", "kungsholmen-utredning", "norrmalm-utredning", "sodermalm-utredning",
  "ostermalm-utredning"],
 "layout": {
  "agencies": [
    {"code": "spanga-tensta", "kind": "social_services", "name": "Spånga-Tenstas stadsdelsförvaltning", "board": "Spånga-Tenstas stadsdelsnämnd",
     "units": [{"code": "spanga-tensta-utredning", "name": "Utredningsenheten", "parts": ["proposes", "decides"], "districts": ["spanga-tensta"]},
               {"code": "spanga-tensta-familjeresurs", "name": "Familjeresurs", "parts": ["carries_out"], "districts": ["spanga-tensta"]}]},
    {"code": "hasselby-vallingby", "kind": "social_services", "name": "Hässelby-Vällingbys stadsdelsförvaltning", "board": "Hässelby-Vällingbys stadsdelsnämnd",
     "units": [{"code": "hasselby-vallingby-utredning", "name": "Utredningsenheten", "parts": ["proposes", "decides"], "districts": ["hasselby-vallingby"]},
               {"code": "hasselby-vallingby-mottagning", "name": "Mottagningsenheten", "parts": ["proposes"], "districts": ["hasselby-vallingby"]},
               {"code": "hasselby-vallingby-resurs", "name": "Resursenheten", "parts": ["carries_out"], "districts": ["hasselby-vallingby"]}]},
    {"code": "rinkeby-kista", "kind": "social_services", "name": "Rinkeby-Kistas stadsdelsförvaltning", "board": "Rinkeby-Kistas stadsdelsnämnd",
     "units": [{"code": "rinkeby-kista-utredning", "name": "Utredningsenheten", "parts": ["proposes", "decides"], "districts": ["rinkeby-kista"]},
               {"code": "rinkeby-kista-resurs", "name": "Resursenheten", "parts": ["carries_out"], "districts": ["rinkeby-kista"]}]},
    {"code": "skarpnack", "kind": "social_services", "name": "Skarpnäcks stadsdelsförvaltning", "board": "Skarpnäcks stadsdelsnämnd",
     "units": [{"code": "skarpnack-utredning", "name": "Utredningsenheten", "parts": ["decides"], "districts": ["skarpnack"]},
               {"code": "skarpnack-resurs", "name": "Resursenheten", "parts": ["carries_out"], "districts": ["skarpnack"]}]},
    {"code": "skarholmen", "kind": "social_services", "name": "Skärholmens stadsdelsförvaltning", "board": "Skärholmens stadsdelsnämnd",
     "units": [{"code": "skarholmen-utredning", "name": "Utredningsenheten", "parts": ["decides", "carries_out"], "districts": ["skarholmen"]}]},
    {"code": "enskede-arsta-vantor", "kind": "social_services", "name": "Enskede-Årsta-Vantörs stadsdelsförvaltning", "board": "Enskede-Årsta-Vantörs stadsdelsnämnd",
     "units": [{"code": "enskede-arsta-vantor-utredning", "name": "Utredningsenheten", "parts": ["decides", "carries_out"], "districts": ["enskede-arsta-vantor"]}]},
    {"code": "farsta", "kind": "social_services", "name": "Farstas stadsdelsförvaltning", "board": "Farstas stadsdelsnämnd",
     "units": [{"code": "farsta-utredning", "name": "Utredningsenheten", "parts": ["decides", "carries_out"], "districts": ["farsta"]}]},
    {"code": "kungsholmen", "kind": "social_services", "name": "Kungsholmens stadsdelsförvaltning", "board": "Kungsholmens stadsdelsnämnd",
     "units": [{"code": "kungsholmen-utredning", "name": "Utredningsenheten", "parts": ["decides", "carries_out"], "districts": ["kungsholmen"]}]},
    {"code": "norrmalm", "kind": "social_services", "name": "Norrmalms stadsdelsförvaltning", "board": "Norrmalms stadsdelsnämnd",
     "units": [{"code": "norrmalm-utredning", "name": "Utredningsenheten", "parts": ["decides", "carries_out"], "districts": ["norrmalm"]}]},
    {"code": "sodermalm", "kind": "social_services", "name": "Södermalms stadsdelsförvaltning", "board": "Södermalms stadsdelsnämnd",
     "units": [{"code": "sodermalm-utredning", "name": "Utredningsenheten", "parts": ["decides", "carries_out"], "districts": ["sodermalm"]}]},
    {"code": "ostermalm", "kind": "social_services", "name": "Östermalms stadsdelsförvaltning", "board": "Östermalms stadsdelsnämnd",
     "units": [{"code": "ostermalm-utredning", "name": "Utredningsenheten", "parts": ["decides", "carries_out"], "districts": ["ostermalm"]}]},
    {"code": "socialforvaltningen", "kind": "other", "name": "Socialförvaltningen", "board": "Socialnämnden",
     "units": [{"code": "utveckling", "name": "Utvecklingsenheten"}]},
    {"code": "utbildningsforvaltningen", "kind": "school", "name": "Utbildningsförvaltningen", "board": "Utbildningsnämnden",
     "units": [{"code": "skolor", "name": "Stadens skolor"}]},
    {"code": "polisen", "kind": "police", "name": "Polisen i Stockholms län",
     "units": [{"code": "polis-sodra-jarva", "name": "Södra Järva närpolisområde", "parts": ["proposes"]},
               {"code": "polis-kista", "name": "Kista närpolisområde", "parts": ["proposes"]},
               {"code": "polis-hasselby", "name": "Hässelby-Vällingby närpolisområde", "parts": ["proposes"]},
               {"code": "polis-bagarmossen", "name": "Bagarmossens lokala poliskontor", "parts": ["proposes"]},
               {"code": "polis-city", "name": "City polismästardistrikt", "parts": ["proposes"]}]},
    {"code": "frivilliga", "kind": "association", "name": "Frivilligorganisationer i Hässelby-Vällingby"},
    {"code": "foretagare", "kind": "other", "name": "Lokala företagare i Hässelby-Vällingby"},
    {"code": "bostadsforetag", "kind": "other", "name": "Bostadsföretag i Hässelby-Vällingby"},
    {"code": "lidingo", "kind": "other", "name": "Lidingö stad, med i arbetsgruppen",
     "units": [{"code": "lidingo-deltar", "name": "Socialtjänsten på Lidingö"}]}],
  "police_areas": [
    {"code": "sodra-jarva", "name": "Södra Järva närpolisområde"},
    {"code": "kista", "name": "Kista närpolisområde"},
    {"code": "hasselby-vallingby", "name": "Hässelby-Vällingby närpolisområde"},
    {"code": "bagarmossen", "name": "Bagarmossens lokala poliskontor"},
    {"code": "city", "name": "City polismästardistrikt"}],
  "districts": [
    {"code": "spanga-tensta", "name": "Spånga-Tensta", "police_areas": ["sodra-jarva"]},
    {"code": "hasselby-vallingby", "name": "Hässelby-Vällingby", "police_areas": ["hasselby-vallingby"]},
    {"code": "rinkeby-kista", "name": "Rinkeby-Kista", "police_areas": ["sodra-jarva", "kista"]},
    {"code": "skarpnack", "name": "Skarpnäck", "police_areas": ["bagarmossen"]},
    {"code": "skarholmen", "name": "Skärholmen", "police_areas": []},
    {"code": "enskede-arsta-vantor", "name": "Enskede-Årsta-Vantör", "police_areas": []},
    {"code": "farsta", "name": "Farsta", "police_areas": []},
    {"code": "kungsholmen", "name": "Kungsholmen", "police_areas": ["city"]},
    {"code": "norrmalm", "name": "Norrmalm", "police_areas": ["city"]},
    {"code": "sodermalm", "name": "Södermalm", "police_areas": ["city"]},
    {"code": "ostermalm", "name": "Östermalm", "police_areas": ["city"]}],
  "groups": [
    {"kind": "steering_group", "code": "styrgrupp-staden", "name": "Stadens styrgrupp", "tier": "municipality"},
    {"kind": "development_group", "code": "utvecklingsgrupp", "name": "Utvecklingsgruppen", "tier": "municipality"},
    {"kind": "working_group", "code": "arbetsgrupp-innerstaden", "name": "Innerstadens och Lidingös arbetsgrupp", "tier": "district",
     "districts": ["kungsholmen", "norrmalm", "sodermalm", "ostermalm"]},
    {"kind": "steering_group", "code": "styrgrupp-spanga-tensta", "name": "Spånga-Tenstas styrgrupp", "tier": "district", "districts": ["spanga-tensta"]},
    {"kind": "steering_group", "code": "styrgrupp-hasselby-vallingby", "name": "Hässelby-Vällingbys styrgrupp", "tier": "district", "districts": ["hasselby-vallingby"]},
    {"kind": "steering_group", "code": "styrgrupp-rinkeby-kista", "name": "Rinkeby-Kistas styrgrupp", "tier": "district", "districts": ["rinkeby-kista"]},
    {"kind": "steering_group", "code": "styrgrupp-skarpnack", "name": "Skarpnäckslyftets styrgrupp", "tier": "district", "districts": ["skarpnack"]},
    {"kind": "steering_group", "code": "styrgrupp-skarholmen", "name": "Skärholmens styrgrupp", "tier": "district", "districts": ["skarholmen"]},
    {"kind": "working_group", "code": "operativ-spanga-tensta", "name": "Spånga-Tenstas operativa grupp", "tier": "district", "districts": ["spanga-tensta"]},
    {"kind": "working_group", "code": "operativ-hasselby-vallingby", "name": "Hässelby-Vällingbys operativa grupp", "tier": "district", "districts": ["hasselby-vallingby"]},
    {"kind": "working_group", "code": "operativ-rinkeby-kista", "name": "Rinkeby-Kistas operativa grupp", "tier": "district", "districts": ["rinkeby-kista"]},
    {"kind": "working_group", "code": "operativ-skarpnack", "name": "Skarpnäcks operativa grupp", "tier": "district", "districts": ["skarpnack"]},
    {"kind": "working_group", "code": "operativ-skarholmen", "name": "Skärholmens operativa grupp", "tier": "district", "districts": ["skarholmen"]},
    {"kind": "working_group", "code": "operativ-enskede-arsta-vantor", "name": "Enskede-Årsta-Vantörs operativa grupp", "tier": "district", "districts": ["enskede-arsta-vantor"]}]}
})json";

const std::string_view lidingo_2012 = R"json({
 "name": "lidingo-2012", "historic_example": true,
 "layout": {
  "agencies": [
    {"code": "socialtjansten", "kind": "social_services", "name": "Lidingö stad, socialtjänsten",
     "units": [{"code": "unga", "name": "Enheten för unga", "parts": ["proposes", "decides", "carries_out"]}]},
    {"code": "polisen", "kind": "police", "name": "Polisen i Stockholms län", "units": [{"code": "polis-lidingo", "name": "Lidingö"}]},
    {"code": "skolan", "kind": "school", "name": "Lidingö stad, skolorna", "units": [{"code": "skolor", "name": "Skolorna"}]}]}
})json";

}  // namespace lots::organisation

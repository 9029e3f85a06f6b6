#pragma once

#include "../schedule/plan_builder.h"

namespace backops::tests {

/// A Friday of a festival with one of everything that an agenda can show.
inline PlanBuilder summer_sound() {
    PlanBuilder sound;
    sound.area("main-stage", "Main Stage");
    sound.area("river-stage", "River Stage");
    sound.area("catering", "Catering Tent");
    sound.collab("acme-audio", "Acme Audio");
    sound.collab("red-kites", "Red Kites");
    sound.collab("tokyo-beat", "東京ビート");
    sound.collab("ana-mar", "Ana Mar");
    sound.person("maya-lindt", "Maya Lindt", "acme-audio");
    sound.person("jo-adler", "Jo Adler", "acme-audio");
    sound.timeframe("show-days", "Show days", "2026-06-10", "2026-06-14").global = true;
    sound.timeframe("load-in", "Load-in", "2026-06-06", "2026-06-09").global = true;
    sound.timeframe("no-vehicles", "No vehicles on site", "2026-06-12T10:00", "2026-06-12T26:00").areas = {
        "main-stage"};

    auto& breakfast = sound.activity("crew-breakfast", "Crew breakfast", "2026-06-12T07:00", "2026-06-12T08:00");
    breakfast.global = true;
    breakfast.areas = {"catering"};
    auto& line_check = sound.activity("line-check", "Line check", "2026-06-12T09:30", "2026-06-12T11:00");
    line_check.areas = {"main-stage"};
    line_check.location = "stage left";
    line_check.organizers = {"maya-lindt"};
    line_check.participants = {{"acme-audio"}, {"maya-lindt"}};
    auto& tokyo = sound.activity("sound-check", "Sound check 東京ビート", "2026-06-12T11:30", "2026-06-12T12:30");
    tokyo.areas = {"main-stage"};
    tokyo.participants.required = {"tokyo-beat", "acme-audio"};
    auto& doors = sound.activity("doors", "Doors", "2026-06-12T17:00");
    doors.global = true;
    doors.fixed = true;
    doors.location = "all gates";
    auto& headliner = sound.activity("headliner", "Headliner: Ana Mar", "2026-06-12T21:20", "2026-06-12T22:50");
    headliner.areas = {"main-stage"};
    headliner.participants.required = {"ana-mar", "acme-audio", "jo-adler", "red-kites", "tokyo-beat"};
    auto& secret = sound.activity("secret-set", "Secret set", "2026-06-12T23:30", "2026-06-13T00:45");
    secret.status = model::Status::tentative;
    secret.areas = {"main-stage", "river-stage"};
    auto& parade = sound.activity("parade", "Parade", "2026-06-12T15:00", "2026-06-12T16:00");
    parade.status = model::Status::cancelled;
    parade.location = "gate 2";
    auto& hands = sound.activity("hands-call", "Hands call", "2026-06-13T06:00", "2026-06-13T14:00");
    hands.needs = {{4, "stagehand", "acme-audio"}};
    sound.activity("sculpture", "Sculpture build", "2026-06-12", "2026-06-14").areas = {"river-stage"};
    sound.activity("curfew", "Curfew", "2026-06-12T26:00").areas = {"main-stage"};
    return sound;
}

}  // namespace backops::tests

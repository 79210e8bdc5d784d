#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "proof/caller.h"
#include "stories/world.h"

namespace lots::test {

/// A day on which all invented people have their roles.
Instant proof_day();

/// A session of that person in that role, without the second that a password takes.
Caller caller_of(World& world, const std::string& handle, access::Role role);
/// Another social worker of soc-unga, with a session.
Caller new_social_worker(World& world, const std::string& handle);

/// A proposal by the school; its number.
std::string proposed(World& world, const std::string& mark);
/// What a social worker says when taking a proposal up, in order.
std::string taking_up();

/// The one number that the statement gives.
std::int64_t number_in(World& world, storage::Sql sql);
/// Entries of the log, those included that wait for their place.
std::int64_t log_entries(World& world);
/// Statements from outside, past the program, on a connection of their own.
void meddle(World& world, const std::string& sql);
/// The same to an append-only table: its guards are taken away first.
void tamper(World& world, const std::string& table, const std::string& sql);

/// What the doctor says is wrong, a line each.
std::string problems_of(World& world);

/// An address of the route table with its parts filled in: {case} as given, every other part "1".
std::string address_of(const std::string& pattern, const std::string& case_number);

/// An answer without what is new in every answer: request id, form token, key of the form.
std::string without_tokens(const HttpAnswer& answer);

}  // namespace lots::test

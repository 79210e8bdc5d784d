#pragma once

#include <utility>
#include <variant>

#include "base/check.h"

namespace lots {

struct Error;  // guideline/error.h: the answers a person can act on

/// A value, or the reason there is none. For answers a person can act on; failures that end the request are exceptions.
template <class T, class E = Error>
class [[nodiscard]] Result {
    std::variant<T, E> state_;

public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT(google-explicit-constructor)
    Result(E error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)

    explicit operator bool() const { return state_.index() == 0; }

    /// The value. Asking for it when there is none is a bug.
    const T& operator*() const&
    {
        check(state_.index() == 0, "a result without a value was read");
        return std::get<0>(state_);
    }
    T& operator*() &
    {
        check(state_.index() == 0, "a result without a value was read");
        return std::get<0>(state_);
    }
    T&& operator*() &&
    {
        check(state_.index() == 0, "a result without a value was read");
        return std::get<0>(std::move(state_));
    }
    const T* operator->() const { return &**this; }
    T* operator->() { return &**this; }

    const E& error() const
    {
        check(state_.index() == 1, "a result without an error was asked for it");
        return std::get<1>(state_);
    }
};

/// The value of a command that has nothing to hand back but that it was done.
struct Done {};

}  // namespace lots

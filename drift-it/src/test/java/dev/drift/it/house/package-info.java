/**
 * The rules the house is built by, executed: {@link dev.drift.it.house.HouseRulesTest} applies them to the real modules,
 * {@link dev.drift.it.house.HouseRulesBiteTest} shows each of them red on a small generated house that breaks it. A rule
 * without such a red case is not trusted and does not belong here.
 */
@NullMarked
package dev.drift.it.house;

import org.jspecify.annotations.NullMarked;

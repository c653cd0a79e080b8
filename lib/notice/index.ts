/**
 * What people are told: who follows a ticket, whom a note names, and a list of notices for each
 * person, by what they have chosen. In: words of the step that tells, marks and wishes of people.
 * Out: rows, each told once; their browsers are told that there is something new.
 */
export { followTicket, unfollowTicket } from "./follow";
export { addFollowers, addMentions, followersOf, moveMentions } from "./follower-store";
export { FollowRef, ReadNoticesInput } from "./inputs";
export { readNotices } from "./read-notices";
export { readNoticeSettings, setNoticeSettings } from "./settings";
export { tell } from "./tell";

export { signedIn as deskContext } from "../signed-in";

import { currentRequest, currentSource } from '../request-context';
import type { Admission } from './admission';

/** The place of one request; it is not held while somebody else is at work. */
export interface Place {
  admission: Admission;
  isHeld: boolean;
}

/**
 * Does the work of the current request once it is admitted.
 * @throws Problem `unavailable` if it is refused; then nothing has been done.
 */
export async function admitted<T>(admission: Admission, work: () => Promise<T>): Promise<T> {
  await admission.enter(currentSource);
  const place = { admission, isHeld: true };
  const context = currentRequest();
  if (context) context.place = place;
  try {
    return await work();
  } finally {
    if (place.isHeld) admission.leave();
  }
}

/**
 * Waits without a place for what a neighbour or another thread does: however long that takes, requests that do not need
 * it are admitted.
 */
export async function away<T>(waiting: () => Promise<T>): Promise<T> {
  const place = heldPlace();
  if (!place) return waiting();
  giveBack(place);
  try {
    return await waiting();
  } finally {
    // Whatever has begun goes on.
    place.admission.resume();
    place.isHeld = true;
  }
}

/**
 * Waits without a place for what the client still has to send, and is admitted anew.
 * @throws Problem `unavailable` if it is refused then.
 */
export async function awaitingClient<T>(waiting: () => Promise<T>): Promise<T> {
  const place = heldPlace();
  if (!place) return waiting();
  giveBack(place);
  const sent = await waiting();
  await place.admission.enter(currentSource);
  place.isHeld = true;
  return sent;
}

function heldPlace(): Place | undefined {
  const place = currentRequest()?.place;
  return place?.isHeld ? place : undefined;
}

function giveBack(place: Place): void {
  place.isHeld = false;
  place.admission.leave();
}

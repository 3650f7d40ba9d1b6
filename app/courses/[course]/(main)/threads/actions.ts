'use server';

import { EVERYBODY, STAFF } from '@/lib/authz/roles';
import { courseAction } from '@/lib/doors/actions';
import { acceptPost as acceptPostCommand } from '@/lib/threads/accept-post';
import { arrangeThread as arrangeThreadCommand } from '@/lib/threads/arrange-thread';
import { createAnnouncement as createAnnouncementCommand } from '@/lib/threads/create-announcement';
import { createPost as createPostCommand } from '@/lib/threads/create-post';
import { createThread as createThreadCommand } from '@/lib/threads/create-thread';
import { deletePost as deletePostCommand } from '@/lib/threads/delete-post';
import { editPost as editPostCommand } from '@/lib/threads/edit-post';
import { hidePost as hidePostCommand, showPost as showPostCommand } from '@/lib/threads/hide-post';
import {
  markAllThreadsRead as markAllThreadsReadCommand,
  markThreadRead as markThreadReadCommand,
} from '@/lib/threads/mark-read';
import { previewPost as previewPostCommand } from '@/lib/threads/preview-post';
import {
  AcceptPost,
  ArrangeThread,
  CreateAnnouncement,
  CreatePost,
  CreateThread,
  EditPost,
  HidePost,
  MarkAllThreadsRead,
  MarkThreadRead,
  OnePost,
  PreviewPost,
} from '@/lib/threads/schema';

export const createThread = courseAction(EVERYBODY, CreateThread, createThreadCommand);
export const createAnnouncement = courseAction(['instructor'], CreateAnnouncement, createAnnouncementCommand);
export const createPost = courseAction(EVERYBODY, CreatePost, createPostCommand);
export const editPost = courseAction(EVERYBODY, EditPost, editPostCommand);
export const deletePost = courseAction(EVERYBODY, OnePost, deletePostCommand);
export const hidePost = courseAction(STAFF, HidePost, hidePostCommand);
export const showPost = courseAction(STAFF, OnePost, showPostCommand);
export const acceptPost = courseAction(EVERYBODY, AcceptPost, acceptPostCommand);
export const arrangeThread = courseAction(STAFF, ArrangeThread, arrangeThreadCommand);
export const markThreadRead = courseAction(EVERYBODY, MarkThreadRead, markThreadReadCommand);
export const markAllThreadsRead = courseAction(EVERYBODY, MarkAllThreadsRead, markAllThreadsReadCommand);
export const previewPost = courseAction(EVERYBODY, PreviewPost, previewPostCommand);
